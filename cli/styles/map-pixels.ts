import type { RgbaImage } from '../../src/engine/prepare-images.ts';

/** Red, green and blue, 0..255; what is outside is cut when it is stored. */
export type Colour = readonly [number, number, number];

/** A picture of the same size whose pixels are computed one by one; opaque. */
export function mapPixels(
  image: RgbaImage,
  change: (colour: Colour, x: number, y: number) => Colour,
): RgbaImage {
  const { width, height, rgba } = image;
  const out = new Uint8ClampedArray(rgba.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      out.set(change([rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0], x, y), at);
      out[at + 3] = 255;
    }
  }
  return { width, height, rgba: out };
}
