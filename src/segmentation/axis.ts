/** Tiles along one axis: `count` stretches of `size` pixels, one every `pitch` pixels from `start` on. */
export interface Axis {
  readonly start: number;
  readonly size: number;
  /** size + gutter */
  readonly pitch: number;
  readonly count: number;
}

/** Most rows, and most columns, of a grid. */
export const MOST_TILES = 5;

/** Where the axis ends: the far side of its last tile. */
export function axisEnd({ start, size, pitch, count }: Axis): number {
  return start + (count - 1) * pitch + size;
}

/** Near and far side of each tile, in order: start, start + size, start + pitch, … */
export function axisLines({ start, size, pitch, count }: Axis): number[] {
  return Array.from({ length: count }, (_, tile) => [
    start + tile * pitch,
    start + tile * pitch + size,
  ]).flat();
}

/** The axis that fits measured lines best (least squares); lines alternate near and far side as in `axisLines`. */
export function fitAxis(lines: readonly number[]): Axis {
  const count = lines.length / 2;
  const near = lines.filter((_, index) => index % 2 === 0);
  const far = lines.filter((_, index) => index % 2 === 1);
  const middle = (count - 1) / 2;
  let spread = 0;
  let rise = 0;
  for (let tile = 0; tile < count; tile++) {
    spread += 2 * (tile - middle) ** 2;
    rise += (tile - middle) * ((near[tile] ?? 0) + (far[tile] ?? 0));
  }
  const pitch = rise / spread;
  const size = mean(far) - mean(near);
  return { start: mean(near) - middle * pitch, size, pitch, count };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
