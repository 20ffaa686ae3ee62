import { HALF, WEIGHT_BITS, type Kernel } from './bicubic-kernel.ts';

/**
 * First pass: every input row becomes `size` reds, `size` greens, `size` blues, rounded to 8 bits; the clamped array
 * clips. Alpha is dropped, as Pillow's `convert('RGB')` drops it.
 *
 * Goes down one output column at a time, so that an enlarging kernel, which is the common case, keeps its four
 * weights in registers: a third faster than along the row. The loops use local copies of the imported constants,
 * because V8 looks an imported name up at each use: seven times slower.
 *
 * @param pixels RGBA, one little-endian number a pixel.
 */
export function squashRows(
  pixels: Uint32Array,
  width: number,
  height: number,
  kernel: Kernel,
  narrow: Uint8ClampedArray,
): void {
  for (let x = 0; x < kernel.outputSize; x++) {
    if (kernel.length[x] === 4) squashFour(pixels, width, height, kernel, x, narrow);
    else squashAny(pixels, width, height, kernel, x, narrow);
  }
}

function squashFour(
  pixels: Uint32Array,
  width: number,
  height: number,
  { first, weights, taps, outputSize: size }: Kernel,
  x: number,
  narrow: Uint8ClampedArray,
): void {
  const half = HALF;
  const bits = WEIGHT_BITS;
  const w = x * taps;
  const wa = weights[w] ?? 0;
  const wb = weights[w + 1] ?? 0;
  const wc = weights[w + 2] ?? 0;
  const wd = weights[w + 3] ?? 0;
  let from = first[x] ?? 0;
  let to = x;
  for (let y = 0; y < height; y++) {
    const a = pixels[from] ?? 0;
    const b = pixels[from + 1] ?? 0;
    const c = pixels[from + 2] ?? 0;
    const d = pixels[from + 3] ?? 0;
    for (let channel = 0; channel < 3; channel++) {
      const shift = 8 * channel;
      // Math.imul tells the compiler that the products are 32-bit numbers.
      const sum =
        half +
        Math.imul((a >>> shift) & 255, wa) +
        Math.imul((b >>> shift) & 255, wb) +
        Math.imul((c >>> shift) & 255, wc) +
        Math.imul((d >>> shift) & 255, wd);
      narrow[to + channel * size] = sum >> bits;
    }
    from += width;
    to += 3 * size;
  }
}

function squashAny(
  pixels: Uint32Array,
  width: number,
  height: number,
  { first, length, weights, taps, outputSize: size }: Kernel,
  x: number,
  narrow: Uint8ClampedArray,
): void {
  const half = HALF;
  const bits = WEIGHT_BITS;
  const w = x * taps;
  const end = w + (length[x] ?? 0);
  for (let y = 0; y < height; y++) {
    let red = half;
    let green = half;
    let blue = half;
    let from = y * width + (first[x] ?? 0);
    for (let tap = w; tap < end; tap++) {
      const weight = weights[tap] ?? 0;
      const pixel = pixels[from++] ?? 0;
      red = (red + Math.imul(pixel & 255, weight)) | 0;
      green = (green + Math.imul((pixel >>> 8) & 255, weight)) | 0;
      blue = (blue + Math.imul((pixel >>> 16) & 255, weight)) | 0;
    }
    const to = 3 * y * size + x;
    narrow[to] = red >> bits;
    narrow[to + size] = green >> bits;
    narrow[to + 2 * size] = blue >> bits;
  }
}
