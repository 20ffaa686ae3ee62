import type { Tensor } from '../engine/model-session.ts';
import { CHANNELS, type Picture } from '../shared/picture.ts';

/** The detector halves its input five times. */
const MULTIPLE = 32;

/** Of blue, green and red in 0..1: PaddleOCR reads pictures as OpenCV does, and gives ImageNet's numbers in that order. */
const MEAN = [0.485, 0.456, 0.406] as const;
const STD = [0.229, 0.224, 0.225] as const;
const BLUE_GREEN_RED = [2, 1, 0] as const;

/**
 * `[1, 3, height, width]`, padded at the right and at the bottom to what the detector takes. The padding repeats the
 * last pixels, so that no edge appears there.
 */
export function detectionInput({ width, height, rgba }: Picture): Tensor {
  const columns = Math.ceil(width / MULTIPLE) * MULTIPLE;
  const rows = Math.ceil(height / MULTIPLE) * MULTIPLE;
  const data = new Float32Array(BLUE_GREEN_RED.length * rows * columns);
  for (const [plane, channel] of BLUE_GREEN_RED.entries()) {
    const mean = MEAN[plane] ?? 0;
    const deviation = STD[plane] ?? 1;
    let out = plane * rows * columns;
    for (let y = 0; y < rows; y++) {
      const row = Math.min(y, height - 1) * width;
      for (let x = 0; x < columns; x++, out++) {
        const value = rgba[(row + Math.min(x, width - 1)) * CHANNELS + channel] ?? 0;
        data[out] = (value / 255 - mean) / deviation;
      }
    }
  }
  return { data, dims: [1, BLUE_GREEN_RED.length, rows, columns] };
}
