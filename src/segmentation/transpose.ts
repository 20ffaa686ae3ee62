import { CHANNELS, type Picture } from '../shared/picture.ts';

/** Rows become columns, so that what finds vertical lines finds horizontal ones. */
export function transpose({ width, height, rgba }: Picture): Picture {
  const turned = new Uint8ClampedArray(rgba.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * CHANNELS;
      const to = (x * height + y) * CHANNELS;
      for (let channel = 0; channel < CHANNELS; channel++) turned[to + channel] = rgba[from + channel] ?? 0;
    }
  }
  return { width: height, height: width, rgba: turned };
}
