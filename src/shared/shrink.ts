import { CHANNELS, type Picture } from './picture.ts';

/** A picture with what one of its pixels measures in pixels of the original. */
export interface Shrunk {
  readonly picture: Picture;
  /** ≥ 1, the same along both axes. */
  readonly scale: number;
}

/** Shrinks until no side is longer than `longest`, each pixel the mean of the area it covers; never enlarges. */
export function shrink(picture: Picture, longest: number): Shrunk {
  const scale = Math.max(picture.width, picture.height) / longest;
  if (scale <= 1) return { picture, scale: 1 };
  const width = Math.max(1, Math.round(picture.width / scale));
  const height = Math.max(1, Math.round(picture.height / scale));
  const rgba = new Uint8ClampedArray(width * height * CHANNELS);
  const sums = new Float64Array(width * CHANNELS);
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * picture.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * picture.height) / height));
    sums.fill(0);
    for (let row = top; row < bottom; row++) addRow(picture, row, width, sums);
    const out = y * width * CHANNELS;
    for (let i = 0; i < sums.length; i++) rgba[out + i] = (sums[i] ?? 0) / (bottom - top);
  }
  return { picture: { width, height, rgba }, scale };
}

/** Adds to `sums` the mean of each output pixel's stretch of one input row. */
function addRow({ width: from, rgba }: Picture, row: number, width: number, sums: Float64Array): void {
  const start = row * from * CHANNELS;
  for (let x = 0; x < width; x++) {
    const left = Math.floor((x * from) / width);
    const right = Math.max(left + 1, Math.floor(((x + 1) * from) / width));
    const share = 1 / (right - left);
    for (let channel = 0; channel < CHANNELS; channel++) {
      let sum = 0;
      for (let pixel = start + left * CHANNELS + channel, n = left; n < right; n++, pixel += CHANNELS) {
        sum += rgba[pixel] ?? 0;
      }
      const at = x * CHANNELS + channel;
      sums[at] = (sums[at] ?? 0) + sum * share;
    }
  }
}
