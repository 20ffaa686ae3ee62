import type { RgbaImage } from '../../src/engine/prepare-images.ts';
import { valueNoise } from '../demo-pictures/value-noise.ts';
import { kuwahara } from './kuwahara.ts';
import { mapPixels } from './map-pixels.ts';

/** Radius of a stroke as a share of the side, at strength 1. */
const STROKE = 0.018;
/** Tones a channel keeps at strength 1. */
const TONES = 10;
/** At strength 1, shares: how far a wash runs to the paper's white, how much the paper shows. */
const WASH = 0.18;
const PAPER = 0.12;
/** Grains of paper a side. */
const GRAINS = 12;

/** Flat strokes with kept edges, few tones, washed out unevenly on paper that shows through. */
export async function watercolour(
  image: RgbaImage,
  strength: number,
  random: () => number,
): Promise<RgbaImage> {
  const side = Math.min(image.width, image.height);
  const strokes = kuwahara(image, Math.max(1, Math.round(STROKE * side * strength)));
  const step = 255 / Math.max(3, TONES / strength);
  const scale = side / GRAINS;
  const paper = valueNoise(random, scale / 4, scale / 4);
  const wash = valueNoise(random, scale * 3, scale * 3);
  const edge = (value: number) => Math.round(value / step) * step;
  return mapPixels(strokes, (colour, x, y) => {
    const shade = 1 - PAPER * strength * paper(x, y);
    const white = Math.min(0.8, WASH * strength * 2 * wash(x, y));
    const [red, green, blue] = colour.map((value) => {
      const toned = 0.6 * edge(value) + 0.4 * value;
      return (toned + (255 - toned) * white) * shade;
    });
    return [red ?? 0, green ?? 0, blue ?? 0];
  });
}
