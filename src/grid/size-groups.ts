import type { Box } from './box.ts';
import { asSeen, isMeasurable, length, type Shape } from './shape.ts';

/** A tile of less is an icon, an emoji or a swatch. CSS pixels. */
export const MIN_TILE_SIDE = 36;
/** A tile of more is a poster of its own. CSS pixels; 300 % zoom of a large tile. */
const MAX_TILE_SIDE = 1_000;
/** Longer or flatter pictures are banners, not tiles. */
const MAX_ASPECT = 2.5;
/** Neighbouring sizes that differ by less count as equal: sub-pixel layout, borders. */
const SIZE_STEP = 0.02;
const SIZE_STEP_PIXELS = 2;
/** However finely they are graded, the largest of a group is no more than this times its smallest. */
const GROUP_SPREAD = 1.08;

export interface SizedBox {
  readonly box: Box;
  readonly shape: Shape;
  readonly width: number;
  readonly height: number;
}

function sized(box: Box): SizedBox | undefined {
  if (!isMeasurable(box.shape)) return undefined;
  const shape = asSeen(box.shape);
  const [width, height] = [length(shape.across), length(shape.down)];
  const [short, long] = width < height ? [width, height] : [height, width];
  if (short < MIN_TILE_SIDE || long > MAX_TILE_SIDE || long > short * MAX_ASPECT) return undefined;
  return { box, shape, width, height };
}

/** Cuts a list where the side jumps. */
function runs(boxes: readonly SizedBox[], side: 'width' | 'height'): SizedBox[][] {
  const sorted = boxes.toSorted((a, b) => a[side] - b[side]);
  const result: SizedBox[][] = [];
  let [next, limit] = [-Infinity, -Infinity];
  for (const box of sorted) {
    const size = box[side];
    if (size > next || size > limit) {
      limit = size * GROUP_SPREAD;
      result.push([]);
    }
    next = size + Math.max(SIZE_STEP_PIXELS, size * SIZE_STEP);
    result.at(-1)?.push(box);
  }
  return result;
}

/** Boxes that could be tiles, in groups of equal width and height. */
export function sizeGroups(boxes: readonly Box[]): SizedBox[][] {
  const tiles = boxes.map(sized).filter((box) => box !== undefined);
  return runs(tiles, 'width').flatMap((group) => runs(group, 'height'));
}
