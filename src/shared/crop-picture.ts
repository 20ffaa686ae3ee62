import { CHANNELS, type Box, type Picture } from './picture.ts';
import type { TileImage } from './protocol.ts';

/** A part of a picture with where it came from. */
export interface CroppedPicture {
  readonly picture: TileImage;
  readonly x: number;
  readonly y: number;
}

/** Copies the whole pixels of the box that lie inside the picture; 0 × 0 where none do. */
export function cropPicture({ width, height, rgba }: Picture, box: Box): CroppedPicture {
  const x = Math.min(Math.max(0, Math.round(box.x)), width);
  const y = Math.min(Math.max(0, Math.round(box.y)), height);
  const columns = Math.max(0, Math.min(width, Math.round(box.x + box.width)) - x);
  const rows = Math.max(0, Math.min(height, Math.round(box.y + box.height)) - y);
  const part = new Uint8ClampedArray(columns * rows * CHANNELS);
  for (let row = 0; row < rows; row++) {
    const start = ((y + row) * width + x) * CHANNELS;
    part.set(rgba.subarray(start, start + columns * CHANNELS), row * columns * CHANNELS);
  }
  return { picture: { width: columns, height: rows, rgba: part }, x, y };
}
