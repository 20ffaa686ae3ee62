import { readLength, splitTop } from './css-length.ts';
import type { Placed, Size } from './placed.ts';

/** The parts of a computed style that place a background. */
export type BackgroundStyle = Pick<
  CSSStyleDeclaration,
  'backgroundImage' | 'backgroundSize' | 'backgroundPosition' | 'backgroundRepeat' | 'backgroundOrigin'
>;

export interface BackgroundLayer {
  readonly url: string;
  readonly size: string;
  readonly position: string;
  readonly repeat: string;
  readonly origin: string;
  /** Pixels of the picture to one CSS pixel, from image-set. */
  readonly density: number;
}

const URL = /url\("((?:[^"\\]|\\.)*)"\)\s*(?:([\d.]+)(?:x|dppx))?/;

/** The topmost layer that is a picture; gradients are not. */
export function pictureLayer(style: BackgroundStyle): BackgroundLayer | undefined {
  const images = splitTop(style.backgroundImage, ',');
  const index = images.findIndex((image) => URL.test(image));
  const [, url, density] = URL.exec(images[index] ?? '') ?? [];
  if (url === undefined) return undefined;
  const nth = (list: string): string => {
    const parts = splitTop(list, ',');
    return parts[index % parts.length] ?? '';
  };
  return {
    url: url.replace(/\\(.)/g, '$1'),
    size: nth(style.backgroundSize),
    position: nth(style.backgroundPosition),
    repeat: nth(style.backgroundRepeat),
    origin: nth(style.backgroundOrigin),
    density: density === undefined ? 1 : Number(density),
  };
}

function sizeOf(size: string, natural: Size, area: Size): Size {
  const ratio = natural.width / natural.height;
  const [x, y] = [area.width / natural.width, area.height / natural.height];
  if (size === 'cover' || size === 'contain') {
    const scale = size === 'cover' ? Math.max(x, y) : Math.min(x, y);
    return { width: natural.width * scale, height: natural.height * scale };
  }
  const [wide = 'auto', high = 'auto'] = splitTop(size, ' ');
  const width = wide === 'auto' ? undefined : readLength(wide, area.width);
  const height = high === 'auto' ? undefined : readLength(high, area.height);
  if (width !== undefined) return { width, height: height ?? width / ratio };
  return height === undefined ? natural : { width: height * ratio, height };
}

/** Moves a repeated picture by whole widths to where it covers the point. */
function repeated(start: number, size: number, point: number, repeats: boolean): number {
  return repeats ? start + Math.floor((point - start) / size) * size : start;
}

/**
 * Where a background draws its picture, in CSS pixels from the top left of its positioning area; of a repeated one
 * the copy that covers the point.
 *
 * @see https://drafts.csswg.org/css-backgrounds-3/#positioning-area
 */
export function placeBackground(
  layer: BackgroundLayer,
  pixels: Size,
  area: Size,
  point: { readonly x: number; readonly y: number },
): Placed {
  const natural = { width: pixels.width / layer.density, height: pixels.height / layer.density };
  const { width, height } = sizeOf(layer.size, natural, area);
  const [x = '0%', y = '0%'] = splitTop(layer.position, ' ');
  const [repeatX = 'repeat', repeatY = repeatX] = layer.repeat.split(' ');
  const left = readLength(x, area.width - width);
  const top = readLength(y, area.height - height);
  return {
    left: repeated(left, width, point.x, repeatX !== 'no-repeat' && repeatX !== 'repeat-y'),
    top: repeated(top, height, point.y, repeatY !== 'no-repeat' && repeatX !== 'repeat-x'),
    width,
    height,
  };
}
