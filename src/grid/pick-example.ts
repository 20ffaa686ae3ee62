import { isPicture, kindRank, type Box } from './box.ts';
import { areaOf, boundsOf, isMeasurable, length, type Bounds } from './shape.ts';

/** CSS pixels; less is an icon. */
const LEAST_SIDE = 36;
/** An example is about as large as a tile; areas, through that of a tile. */
const SIZES = { least: 0.1, most: 5 } as const;
const MOST_SIDES = 2;
/** It stands with its question: no further from it, or from the grid, than this. CSS pixels. */
const NEAR = 160;
/** Another picture nearly as near to the question could as well be the example. */
const CLEARLY = 1.5;
/** Distances below this are alike. CSS pixels. */
const CLOSE = 12;

function gap(a: Bounds, b: Bounds): number {
  const aside = Math.max(0, a.left - b.right, b.left - a.right);
  const apart = Math.max(0, a.top - b.bottom, b.top - a.bottom);
  return Math.hypot(aside, apart);
}

function overlaps(a: Bounds, b: Bounds): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 1 && height > 1;
}

/** Boxes of one picture, the best of each place. */
function apart(boxes: readonly Box[]): Box[] {
  const kept: Box[] = [];
  for (const box of boxes.toSorted((a, b) => kindRank(a.kind) - kindRank(b.kind))) {
    const bounds = boundsOf(box.shape);
    if (!kept.some(({ shape }) => overlaps(boundsOf(shape), bounds))) kept.push(box);
  }
  return kept;
}

/**
 * The picture by a question that shows what is asked for: the only one of about a tile's size that stands with the
 * question and the grid. Undefined where there is none, or where two could be meant.
 */
export function pickExample(
  boxes: readonly Box[],
  tiles: readonly Bounds[],
  question: Bounds,
): Box | undefined {
  const [first] = tiles;
  if (!first) return undefined;
  const tileArea = (first.right - first.left) * (first.bottom - first.top);
  const pictures = boxes.filter(({ kind, shape }) => {
    if (!isPicture(kind) || !isMeasurable(shape)) return false;
    const [width, height] = [length(shape.across), length(shape.down)];
    const size = areaOf(shape) / tileArea;
    return (
      Math.min(width, height) >= LEAST_SIDE &&
      Math.max(width, height) <= Math.min(width, height) * MOST_SIDES &&
      size >= SIZES.least &&
      size <= SIZES.most &&
      !tiles.some((tile) => overlaps(boundsOf(shape), tile))
    );
  });
  const near = apart(pictures)
    .map((box) => {
      const bounds = boundsOf(box.shape);
      const toGrid = Math.min(...tiles.map((tile) => gap(bounds, tile)));
      return { box, toQuestion: gap(bounds, question), toGrid };
    })
    .filter(({ toQuestion, toGrid }) => toQuestion <= NEAR && toGrid <= 2 * NEAR)
    .toSorted((a, b) => a.toQuestion - b.toQuestion);
  const [best, next] = near;
  const isClear = !next || next.toQuestion > Math.max(CLOSE, (best?.toQuestion ?? 0) * CLEARLY);
  return isClear ? best?.box : undefined;
}
