/** Where each output pixel reads along one axis, and with which weights. */
export interface Kernel {
  readonly outputSize: number;
  /** Most input pixels that an output pixel reads; the stride of `weights`. */
  readonly taps: number;
  /** First input pixel, one an output pixel. */
  readonly first: Int32Array;
  /** Input pixels read, one an output pixel. */
  readonly length: Int32Array;
  /** `taps` weights an output pixel, multiplied by 2^WEIGHT_BITS. */
  readonly weights: Int32Array;
}

/** Pillow's fixed point for 8-bit pictures (`PRECISION_BITS` in Resample.c): 32 bits less 8 of the pixel and 2 of sign and overshoot. */
export const WEIGHT_BITS = 22;

/** Half a unit of the fixed point: added before the shift, it rounds. */
export const HALF = 1 << (WEIGHT_BITS - 1);

/** Pillow's bicubic reads two pixels to each side at scale 1. */
const SUPPORT = 2;
const A = -0.5;

/** Keys, 1981, with Pillow's a. The order of operations is Pillow's, so that the weights are equal to the last bit. */
function bicubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return ((A + 2) * x - (A + 3)) * x * x + 1;
  if (x < 2) return (((x - 5) * x + 8) * x - 4) * A;
  return 0;
}

/** Pillow's `precompute_coeffs` and `normalize_coeffs_8bpc` for a whole axis: antialiased when it shrinks. */
export function bicubicKernel(inputSize: number, outputSize: number): Kernel {
  const scale = inputSize / outputSize;
  const stretch = Math.max(scale, 1);
  const support = SUPPORT * stretch;
  const taps = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(outputSize);
  const length = new Int32Array(outputSize);
  const weights = new Int32Array(outputSize * taps);
  for (let output = 0; output < outputSize; output++) {
    const center = (output + 0.5) * scale;
    const from = Math.max(Math.trunc(center - support + 0.5), 0);
    const to = Math.min(Math.trunc(center + support + 0.5), inputSize);
    first[output] = from;
    length[output] = to - from;
    weights.set(fixedWeights(from, to, center, 1 / stretch), output * taps);
  }
  return { outputSize, taps, first, length, weights };
}

function fixedWeights(from: number, to: number, center: number, squeeze: number): number[] {
  const raw: number[] = [];
  let sum = 0;
  for (let x = from; x < to; x++) {
    const weight = bicubic((x - center + 0.5) * squeeze);
    raw.push(weight);
    sum += weight;
  }
  return raw.map((weight) => {
    const share = (sum === 0 ? weight : weight / sum) * 2 ** WEIGHT_BITS;
    return Math.trunc(share < 0 ? share - 0.5 : share + 0.5);
  });
}
