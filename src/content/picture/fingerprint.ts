import type { TileImage } from '../../shared/protocol.ts';

/** What a tile looks like, for telling it from another. */
export interface Fingerprint {
  /** Brightness on a small square, as differences from the mean, of length 1; all 0 for a tile of one brightness. */
  readonly shape: Float32Array;
  /** Red, green and blue on average, 0 to 255. */
  readonly colour: readonly [number, number, number];
}

const SIDE = 16;
/** Points read a side of each square; more tell nothing new. */
const SAMPLES = 3;
/**
 * Correlation from which two looks at a tile show the same picture. A mark, a tint or a frame that the page draws over
 * a chosen tile leaves 0.8 and more; two photographs seldom share more than 0.5.
 */
const SAME = 0.7;
/** Sums of brightness that spread by less are one brightness and the noise of a decoder. */
const FLAT = 200;
/** Tiles of one brightness are told by their colour: channels that differ by more in sum are another one. */
const SAME_COLOUR = 60;

export function fingerprintOf({ width, height, rgba }: TileImage): Fingerprint {
  const values = new Float32Array(SIDE * SIDE);
  const colour: [number, number, number] = [0, 0, 0];
  const count = SIDE * SIDE * SAMPLES * SAMPLES;
  for (let cell = 0; cell < values.length; cell += 1) {
    let sum = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const x = ((cell % SIDE) + ((sample % SAMPLES) + 0.5) / SAMPLES) / SIDE;
      const y = (Math.floor(cell / SIDE) + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / SIDE;
      const at = 4 * (Math.floor(y * height) * width + Math.floor(x * width));
      const [red, green, blue] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
      sum += red + 2 * green + blue;
      colour[0] += red / count;
      colour[1] += green / count;
      colour[2] += blue / count;
    }
    values[cell] = sum;
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.hypot(...values.map((value) => value - mean));
  const isFlat = spread < FLAT;
  return { shape: values.map((value) => (isFlat ? 0 : (value - mean) / spread)), colour };
}

function isFlat({ shape }: Fingerprint): boolean {
  return shape.every((value) => value === 0);
}

/** Whether two looks at a tile show the same picture, marks drawn over it aside. */
export function isSamePicture(a: Fingerprint, b: Fingerprint): boolean {
  if (isFlat(a) || isFlat(b)) {
    const apart = a.colour.reduce(
      (sum, value, channel) => sum + Math.abs(value - (b.colour[channel] ?? 0)),
      0,
    );
    return isFlat(a) && isFlat(b) && apart <= SAME_COLOUR;
  }
  return a.shape.reduce((sum, value, index) => sum + value * (b.shape[index] ?? 0), 0) >= SAME;
}
