import type { Box } from '../../shared/picture.ts';
import type { DrawnGrid } from '../../segmentation/drawn-grid.ts';

/** CSS pixels by which areas of one row or column may lie apart. */
const ALIGNED = 2;
/** Fewer are links in a drawing. */
const LEAST_AREAS = 4;

function boxOf({ shape, coords }: HTMLAreaElement): Box | undefined {
  const numbers = coords.split(',').map(Number);
  const [left, top, right, bottom] = numbers;
  const isRectangle = /^(?:rect(?:angle)?)?$/i.test(shape) && numbers.length === 4;
  if (!isRectangle || numbers.some((each) => !Number.isFinite(each))) return undefined;
  if (left === undefined || top === undefined || right === undefined || bottom === undefined)
    return undefined;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function distinct(places: readonly number[]): number {
  const sorted = places.toSorted((a, b) => a - b);
  return sorted.filter((place, index) => index === 0 || place - (sorted[index - 1] ?? 0) > ALIGNED).length;
}

/**
 * The tiles that the areas of an image map part a picture into, in CSS pixels of the picture's content, where these are
 * rectangles of one size in rows and columns.
 */
export function imageMapGrid(image: HTMLImageElement): DrawnGrid | undefined {
  const name = image.useMap.replace(/^#/, '');
  const map = name === '' ? undefined : document.querySelector(`map[name="${CSS.escape(name)}"]`);
  if (!(map instanceof HTMLMapElement)) return undefined;
  const tiles = [...map.querySelectorAll('area')].flatMap((area) => boxOf(area) ?? []);
  const [rows, columns] = [distinct(tiles.map(({ y }) => y)), distinct(tiles.map(({ x }) => x))];
  const isFull = tiles.length >= LEAST_AREAS && tiles.length === rows * columns;
  const isEven =
    distinct(tiles.map(({ width }) => width)) === 1 && distinct(tiles.map(({ height }) => height)) === 1;
  if (!isFull || !isEven) return undefined;
  return { rows, columns, tiles: tiles.toSorted((a, b) => a.y - b.y || a.x - b.x) };
}
