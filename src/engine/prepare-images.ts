import { bicubicKernel, type Kernel } from './bicubic-kernel.ts';
import type { ChannelTables } from './channel-tables.ts';
import type { Tensor } from './model-session.ts';
import { squashColumns } from './squash-columns.ts';
import { squashRows } from './squash-rows.ts';
import { transposed, transposeSquare } from './transpose.ts';

/** RGBA, row-major, 8 bits a channel. */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** Sizes of tiles on one page are few; the kernel of a 1,000 px side takes about 20 kB. */
const MAX_KERNELS = 64;

const CHANNELS = 3;
const BYTES_A_PIXEL = 4;

/**
 * Turns pictures into `[images, 3, size, size]`: squashed as Pillow's `resize((size, size), BICUBIC)` squashes RGB,
 * equal to the bit, one axis after the other, each rounded to 8 bits; then looked up in the channel's table.
 *
 * The returned function keeps its buffers: the tensor is overwritten by the next call.
 */
export function createPreparer(
  size: number,
  tables: ChannelTables,
): (images: readonly RgbaImage[]) => Tensor {
  const kernelFor = rememberKernels(size);
  const plane = size * size;
  const imageLength = CHANNELS * plane;
  let narrow = new Uint8ClampedArray();
  let batch = new Float32Array();

  const squash = (pixels: Uint32Array, width: number, height: number, offset: number): void => {
    const narrowLength = height * size * CHANNELS;
    if (narrow.length < narrowLength) narrow = new Uint8ClampedArray(narrowLength);
    squashRows(pixels, width, height, kernelFor(width), narrow);
    const fours = new Uint32Array(narrow.buffer, 0, narrowLength / BYTES_A_PIXEL);
    squashColumns(fours, kernelFor(height), tables, batch, offset);
  };

  return (images) => {
    const length = images.length * imageLength;
    if (batch.length < length) batch = new Float32Array(length);
    images.forEach(({ width, height, rgba }, index) => {
      const pixels = pixelNumbers(rgba);
      const offset = index * imageLength;
      if (columnsFirst(width, height, size)) {
        squash(transposed(pixels, width, height), height, width, offset);
        for (let channel = 0; channel < CHANNELS; channel++)
          transposeSquare(batch, offset + channel * plane, size);
      } else {
        squash(pixels, width, height, offset);
      }
    });
    return { data: batch.subarray(0, length), dims: [images.length, CHANNELS, size, size] };
  };
}

/**
 * Pillow from version 13 on squashes the columns first where the height loses more than twice what the width loses
 * (python-pillow/Pillow#9549). The order shows, because the values in between are clipped.
 */
function columnsFirst(width: number, height: number, size: number): boolean {
  return height > size && height - size > 2 * (width - size);
}

function rememberKernels(size: number): (inputSize: number) => Kernel {
  const kernels = new Map<number, Kernel>();
  return (inputSize) => {
    const known = kernels.get(inputSize);
    if (known) return known;
    if (kernels.size === MAX_KERNELS) kernels.clear();
    const kernel = bicubicKernel(inputSize, size);
    kernels.set(inputSize, kernel);
    return kernel;
  };
}

/** One number a pixel over the same bytes; they are copied only where they do not start at a multiple of four. */
function pixelNumbers(rgba: Uint8Array | Uint8ClampedArray): Uint32Array {
  const aligned = rgba.byteOffset % BYTES_A_PIXEL === 0 ? rgba : rgba.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / BYTES_A_PIXEL);
}
