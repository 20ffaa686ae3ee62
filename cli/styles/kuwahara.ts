import type { RgbaImage } from '../../src/engine/prepare-images.ts';
import { mapPixels, type Colour } from './map-pixels.ts';

const CHANNELS = 3;

/**
 * The Kuwahara filter: each pixel takes the mean colour of the calmest of the four squares that have it as a corner.
 * `radius` is the side of a square in pixels. Sums over areas come from tables, so that the radius costs nothing.
 */
export function kuwahara(image: RgbaImage, radius: number): RgbaImage {
  const { width, height } = image;
  const table = sumTable(image);
  return mapPixels(image, (_, x, y) => {
    let calmest = Infinity;
    let chosen: Colour = [0, 0, 0];
    for (const [dx, dy] of [
      [-radius, -radius],
      [0, -radius],
      [-radius, 0],
      [0, 0],
    ] as const) {
      const [left, top] = [Math.max(0, x + dx), Math.max(0, y + dy)];
      const [right, bottom] = [Math.min(width, x + dx + radius + 1), Math.min(height, y + dy + radius + 1)];
      const { mean, spread } = table(left, top, right, bottom);
      if (spread < calmest) [calmest, chosen] = [spread, mean];
    }
    return chosen;
  });
}

interface Area {
  readonly mean: Colour;
  /** Sum of the three variances. */
  readonly spread: number;
}

function sumTable({
  width,
  height,
  rgba,
}: RgbaImage): (left: number, top: number, right: number, bottom: number) => Area {
  const row = (width + 1) * CHANNELS;
  const sums = new Float64Array(row * (height + 1));
  const squares = new Float64Array(row * (height + 1));
  const accumulate = (into: Float64Array, at: number, value: number): void => {
    into[at] = value + (into[at - CHANNELS] ?? 0) + (into[at - row] ?? 0) - (into[at - row - CHANNELS] ?? 0);
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < CHANNELS; channel++) {
        const value = rgba[(y * width + x) * 4 + channel] ?? 0;
        const at = (y + 1) * row + (x + 1) * CHANNELS + channel;
        accumulate(sums, at, value);
        accumulate(squares, at, value * value);
      }
    }
  }
  return (left, top, right, bottom) => {
    const area = (right - left) * (bottom - top);
    const total = (from: Float64Array, channel: number): number =>
      (from[bottom * row + right * CHANNELS + channel] ?? 0) -
      (from[top * row + right * CHANNELS + channel] ?? 0) -
      (from[bottom * row + left * CHANNELS + channel] ?? 0) +
      (from[top * row + left * CHANNELS + channel] ?? 0);
    const mean: Colour = [total(sums, 0) / area, total(sums, 1) / area, total(sums, 2) / area];
    const spread = mean.reduce((sum, m, channel) => sum + total(squares, channel) / area - m * m, 0);
    return { mean, spread };
  };
}
