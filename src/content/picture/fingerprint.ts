import type { TileImage } from '../../shared/protocol.ts';

/** Brightness of a tile on a small square, as differences from its mean, of length 1. */
export type Fingerprint = Float32Array;

const SIDE = 16;
/** Points read a side of each square; more tell nothing new. */
const SAMPLES = 3;
/**
 * Correlation from which two looks at a tile show the same picture. A mark, a tint or a frame that the page draws over
 * a chosen tile leaves 0.8 and more; two photographs seldom share more than 0.5.
 */
const SAME = 0.7;

export function fingerprintOf({ width, height, rgba }: TileImage): Fingerprint {
  const values = new Float32Array(SIDE * SIDE);
  for (let cell = 0; cell < values.length; cell += 1) {
    let sum = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const x = ((cell % SIDE) + ((sample % SAMPLES) + 0.5) / SAMPLES) / SIDE;
      const y = (Math.floor(cell / SIDE) + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / SIDE;
      const at = 4 * (Math.floor(y * height) * width + Math.floor(x * width));
      sum += (rgba[at] ?? 0) + 2 * (rgba[at + 1] ?? 0) + (rgba[at + 2] ?? 0);
    }
    values[cell] = sum;
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.hypot(...values.map((value) => value - mean));
  return values.map((value) => (spread > 0 ? (value - mean) / spread : 0));
}

/** Whether two looks at a tile show the same picture, marks drawn over it aside. */
export function isSamePicture(a: Fingerprint, b: Fingerprint): boolean {
  const correlation = a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  const bothFlat = a.every((value) => value === 0) && b.every((value) => value === 0);
  return bothFlat || correlation >= SAME;
}
