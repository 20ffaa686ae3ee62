import type { RgbaImage } from '../../src/engine/prepare-images.ts';

export interface PictureRecipe {
  readonly width: number;
  readonly height: number;
  readonly kind: string;
  readonly seed: number;
}

/** The pictures of training/src/tilewise/golden/pictures.py, number for number. */
export function makePicture({ width, height, kind, seed }: PictureRecipe): RgbaImage & { rgba: Uint8Array<ArrayBuffer> } {
  const rgba = new Uint8Array(width * height * 4);
  for (let index = 0; index < rgba.length; index++) {
    const channel = index % 4;
    const x = (index >> 2) % width;
    const y = Math.floor((index >> 2) / width);
    rgba[index] = channel === 3 ? noise(x, y, channel, seed) : value(kind, { x, y, channel, width, height, seed });
  }
  return { width, height, rgba };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly channel: number;
  readonly width: number;
  readonly height: number;
  readonly seed: number;
}

function value(kind: string, { x, y, channel, width, height, seed }: Place): number {
  const gradient = (Math.floor((x * (channel + 1) * 255) / width) + Math.floor((y * 255) / height)) & 255;
  const edges = (Math.floor(x / 5) + Math.floor(y / 3) + channel) % 2 === 0 ? 255 : 0;
  switch (kind) {
    case 'gradient':
      return gradient;
    case 'noise':
      return noise(x, y, channel, seed);
    case 'edges':
      return edges;
    case 'mixed':
      return (gradient + (noise(x, y, channel, seed) >> 2) + (edges >> 1)) & 255;
    default:
      throw new Error(`expected a kind of picture, found ${kind}`);
  }
}

function noise(x: number, y: number, channel: number, seed: number): number {
  const sum =
    Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(channel, 2246822519) + seed;
  const hash = Math.imul((sum ^ ((sum >>> 0) >>> 13)) >>> 0, 1274126177);
  return (hash ^ (hash >>> 16)) & 255;
}
