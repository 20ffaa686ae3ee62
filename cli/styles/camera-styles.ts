import sharp, { type Sharp } from 'sharp';
import type { RgbaImage } from '../../src/engine/prepare-images.ts';

/** Sigma as a share of the side, at strength 1. */
const BLUR = 0.013;
/** Degrees to either side, at strength 1. */
const TILT = 25;
const QUALITY = 30;
/** Side of a tile in pixels, at strength 1. */
const SMALL_SIDE = 100;
const LEAST_SIDE = 24;
const LEAST_SIGMA = 0.3;

/** A lens that is a little out of focus. */
export async function blur(image: RgbaImage, strength: number): Promise<RgbaImage> {
  const sigma = BLUR * strength * Math.min(image.width, image.height);
  return sigma < LEAST_SIGMA ? image : raw(open(image).blur(sigma));
}

/** Turned about its middle, cut back to its size; what was outside takes the colour of the border. */
export async function rotation(image: RgbaImage, strength: number, random: () => number): Promise<RgbaImage> {
  const { width, height } = image;
  const angle = (random() < 0.5 ? -1 : 1) * TILT * strength * (0.4 + 0.6 * random());
  const turned = await raw(open(image).rotate(angle, { background: random() < 0.5 ? '#fff' : '#888' }));
  const left = Math.floor((turned.width - width) / 2);
  const top = Math.floor((turned.height - height) / 2);
  return raw(open(turned).extract({ left, top, width, height }));
}

/** Saved as JPEG of a low quality, and opened again. */
export async function jpeg(image: RgbaImage, strength: number): Promise<RgbaImage> {
  const quality = Math.max(1, Math.min(100, Math.round(QUALITY / strength)));
  const saved = await open(image).flatten({ background: '#fff' }).jpeg({ quality }).toBuffer();
  return raw(sharp(saved));
}

/** A tile of few pixels, squashed to a square as sites do. */
export async function small(image: RgbaImage, strength: number): Promise<RgbaImage> {
  const side = Math.max(LEAST_SIDE, Math.round(SMALL_SIDE / strength));
  return raw(open(image).resize(side, side, { fit: 'fill' }));
}

/** Left and right exchanged: not a stress, but another view of a tile that a decision may ask for. */
export async function mirror(image: RgbaImage): Promise<RgbaImage> {
  return raw(open(image).flop());
}

function open({ width, height, rgba }: RgbaImage): Sharp {
  return sharp(rgba, { raw: { width, height, channels: 4 } });
}

async function raw(picture: Sharp): Promise<RgbaImage> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: data };
}
