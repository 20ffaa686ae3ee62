import type { RgbaImage } from '../../src/engine/prepare-images.ts';
import { mapPixels } from './map-pixels.ts';

/** Deviation of the grain and height of the pattern, in 0..255, at strength 1. */
const GRAIN = 24;
const PATTERN = 26;
/** Length of a wave of the pattern, as a share of the side. */
const WAVE = [0.03, 0.12] as const;

/** Grain of every pixel, and one of three patterns over all: waves, a weave, rings. */
export async function noise(image: RgbaImage, strength: number, random: () => number): Promise<RgbaImage> {
  const pattern = drawPattern(image, random);
  const colour = [random(), random(), random()].map((share) => (0.4 + 0.6 * share) * PATTERN * strength);
  const grain = GRAIN * strength * (0.6 + 0.8 * random());
  return mapPixels(image, (before, x, y) => {
    const height = pattern(x, y);
    const [red, green, blue] = before.map(
      (value, channel) => value + (colour[channel] ?? 0) * height + grain * bell(random),
    );
    return [red ?? 0, green ?? 0, blue ?? 0];
  });
}

function drawPattern({ width, height }: RgbaImage, random: () => number): (x: number, y: number) => number {
  const side = Math.min(width, height);
  const [shortest, longest] = WAVE;
  const step = (2 * Math.PI) / (side * (shortest + (longest - shortest) * random()));
  const angle = Math.PI * random();
  const [across, along] = [Math.cos(angle) * step, Math.sin(angle) * step];
  const [middleX, middleY] = [width * random(), height * random()];
  const kind = random();
  if (kind < 1 / 3) return (x, y) => Math.sin(x * across + y * along);
  if (kind < 2 / 3) return (x, y) => Math.sin(x * across + y * along) * Math.sin(x * along - y * across);
  return (x, y) => Math.sin(Math.hypot(x - middleX, y - middleY) * step);
}

/** Near enough to a normal deviate of deviation 1: the sum of four even ones. */
function bell(random: () => number): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3);
}
