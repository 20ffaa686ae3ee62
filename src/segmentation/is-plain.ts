import { CHANNELS, type Box, type Picture } from '../shared/picture.ts';

/** Part of a tile that one colour may take: a product before white passes, a button or a cell of a calendar does not. */
const MOST_OF_ONE_COLOUR = 0.85;

/** Pixels looked at along each side of a tile. */
const SAMPLES = 24;

/** Leading bits of a channel by which colours are told apart. */
const BITS = 4;

/** Whether a part of a picture is hardly more than one colour. */
export function isPlain({ width, height, rgba }: Picture, box: Box): boolean {
  const counts = new Map<number, number>();
  let most = 0;
  for (let row = 0; row < SAMPLES; row++) {
    const y = Math.min(height - 1, Math.floor(box.y + ((row + 0.5) * box.height) / SAMPLES));
    for (let column = 0; column < SAMPLES; column++) {
      const x = Math.min(width - 1, Math.floor(box.x + ((column + 0.5) * box.width) / SAMPLES));
      const colour = quantised(rgba, (y * width + x) * CHANNELS);
      const count = (counts.get(colour) ?? 0) + 1;
      counts.set(colour, count);
      most = Math.max(most, count);
    }
  }
  return most / SAMPLES ** 2 > MOST_OF_ONE_COLOUR;
}

function quantised(rgba: Picture['rgba'], pixel: number): number {
  const shift = 8 - BITS;
  const channel = (index: number): number => (rgba[pixel + index] ?? 0) >> shift;
  return (channel(0) << (2 * BITS)) | (channel(1) << BITS) | channel(2);
}
