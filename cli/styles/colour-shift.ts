import type { RgbaImage } from '../../src/engine/prepare-images.ts';
import { mapPixels } from './map-pixels.ts';

/** At strength 1: turn of the hue in degrees, change of gain and of contrast as shares. */
const HUE = 70;
const GAIN = 0.3;
const CONTRAST = 0.35;
const [MIDDLE, FULL_TURN] = [128, 360];

/** The hue is turned, each channel gains or loses, contrast and saturation move. */
export async function colourShift(
  image: RgbaImage,
  strength: number,
  random: () => number,
): Promise<RgbaImage> {
  const swing = () => 2 * random() - 1;
  const hue = ((random() < 0.5 ? -1 : 1) * (0.4 + 0.6 * random()) * HUE * strength * 2 * Math.PI) / FULL_TURN;
  const gains = [swing(), swing(), swing()].map((share) => 1 + share * GAIN * strength);
  const contrast = Math.max(0.2, 1 + swing() * CONTRAST * strength);
  const saturation = Math.max(0, 1 + swing() * 0.5 * strength);
  const [cos, sin] = [Math.cos(hue) * saturation, Math.sin(hue) * saturation];
  return mapPixels(image, ([red, green, blue]) => {
    const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    const [u, v] = [0.492 * (blue - luma), 0.877 * (red - luma)];
    const [turnedU, turnedV] = [u * cos - v * sin, u * sin + v * cos];
    const turned = [
      luma + 1.14 * turnedV,
      luma - 0.395 * turnedU - 0.581 * turnedV,
      luma + 2.032 * turnedU,
    ].map((value, channel) => ((value - MIDDLE) * contrast + MIDDLE) * (gains[channel] ?? 1));
    return [turned[0] ?? 0, turned[1] ?? 0, turned[2] ?? 0];
  });
}
