import type { Tensor } from '../engine/model-session.ts';
import type { Box } from '../shared/picture.ts';
import { labelBlobs, type Blob } from './label-blobs.ts';

/** PaddleOCR's figures for this detector: a pixel is text from here on… */
const TEXT_PIXEL = 0.3;
/** … a blob is a line when its pixels are text on the mean from here on… */
const TEXT_BLOB = 0.6;
/** … and smaller ones are specks; pixels. */
const SMALLEST_SIDE = 3;

/** The detector draws lines thinner than they are: by area times this, over the perimeter. */
const UNCLIP = 1.6;

/** Boxes of lines of text, in pixels of the detector's input, from its map of probabilities `[1, 1, height, width]`. */
export function findTextBoxes({ data, dims }: Tensor): Box[] {
  const [, , height = 0, width = 0] = dims;
  return labelBlobs(data, width, height, TEXT_PIXEL)
    .filter(({ sum, count }) => sum / count >= TEXT_BLOB)
    .filter(({ right, left, bottom, top }) => Math.min(right - left, bottom - top) >= SMALLEST_SIDE)
    .map((blob) => unclip(blob, width, height));
}

function unclip({ left, top, right, bottom }: Blob, width: number, height: number): Box {
  const across = right - left;
  const down = bottom - top;
  const margin = (across * down * UNCLIP) / (2 * (across + down));
  const x = Math.max(0, left - margin);
  const y = Math.max(0, top - margin);
  return { x, y, width: Math.min(width, right + margin) - x, height: Math.min(height, bottom + margin) - y };
}
