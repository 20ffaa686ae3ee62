import { length, type Shape } from '../../grid/shape.ts';
import type { TileImage } from '../../shared/protocol.ts';
import type { Paint } from './paint.ts';

/**
 * Longest side of a tile's pixels. The engine squashes to the model's square (224, 336 at most), and what is far above
 * that only costs transport.
 */
const MAX_SIDE = 384;

/** How many pixels of the source, or of the screen for what has none, lie along a side of the tile. */
function pixelsAlong(side: { x: number; y: number }, paint: Paint): number {
  if (paint.isVector) return length(side) * devicePixelRatio;
  const inverse = paint.toScreen.inverse();
  return Math.hypot(inverse.a * side.x + inverse.c * side.y, inverse.b * side.x + inverse.d * side.y);
}

/** From CSS pixels of the viewport to pixels of the crop. */
function toCrop(shape: Shape, width: number, height: number): DOMMatrix {
  const { centre, across, down } = shape;
  const [x, y] = [centre.x - (across.x + down.x) / 2, centre.y - (across.y + down.y) / 2];
  return new DOMMatrix([
    across.x / width,
    across.y / width,
    down.x / height,
    down.y / height,
    x,
    y,
  ]).inverse();
}

/**
 * Cuts a tile out of the picture behind it, in the picture's own pixels and upright, however the page has scaled or
 * turned it.
 *
 * @param longestSide most pixels along a side of the result
 * @throws a SecurityError DOMException when the picture comes from another site that does not share it
 */
export function cropTile(paint: Paint, shape: Shape, longestSide = MAX_SIDE): TileImage {
  const [wanted, high] = [pixelsAlong(shape.across, paint), pixelsAlong(shape.down, paint)];
  const scale = Math.min(1, longestSide / Math.max(wanted, high));
  const width = Math.max(1, Math.round(wanted * scale));
  const height = Math.max(1, Math.round(high * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error(`Expected a 2d context for a tile of ${width}×${height} pixels, got none.`);
  context.imageSmoothingQuality = 'high';
  // What the picture leaves free is the page's paper; a transparent tile must not turn black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.setTransform(toCrop(shape, width, height).multiply(paint.toScreen));
  context.drawImage(paint.source, 0, 0, paint.width, paint.height);
  return { width, height, rgba: context.getImageData(0, 0, width, height).data };
}

export function isTainted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'SecurityError';
}
