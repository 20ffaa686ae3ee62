import { HALF, WEIGHT_BITS, type Kernel } from './bicubic-kernel.ts';
import { TABLE_ZERO, type ChannelTables } from './channel-tables.ts';

/**
 * Second pass: columns of the rows that `squashRows` made, each sum looked up in its channel's table and written to
 * its plane of `target` from `offset` on. Local copies of imported constants for the reason given in squashRows.
 *
 * @param narrow The bytes of `squashRows`, four to a little-endian number: a load less for each value than bytes.
 */
export function squashColumns(
  narrow: Uint32Array,
  kernel: Kernel,
  tables: ChannelTables,
  target: Float32Array,
  offset: number,
): void {
  const { outputSize: size } = kernel;
  const sums = new Int32Array(size);
  for (let y = 0; y < size; y++) {
    for (let channel = 0; channel < tables.length; channel++) {
      const table = tables[channel] ?? NO_TABLE;
      const to = offset + (channel * size + y) * size;
      if (kernel.length[y] === 4) squashFour(narrow, kernel, y, channel, table, target, to);
      else squashAny(narrow, kernel, y, channel, table, sums, target, to);
    }
  }
}

const NO_TABLE = new Float32Array();

function squashFour(
  narrow: Uint32Array,
  { first, weights, taps, outputSize: size }: Kernel,
  y: number,
  channel: number,
  table: Float32Array,
  target: Float32Array,
  offset: number,
): void {
  const half = HALF;
  const bits = WEIGHT_BITS;
  const zero = TABLE_ZERO;
  const w = y * taps;
  const wa = weights[w] ?? 0;
  const wb = weights[w + 1] ?? 0;
  const wc = weights[w + 2] ?? 0;
  const wd = weights[w + 3] ?? 0;
  const plane = size >> 2;
  const row = 3 * plane;
  const from = (first[y] ?? 0) * row + channel * plane;
  let to = offset;
  for (let x = from; x < from + plane; x++) {
    const a = narrow[x] ?? 0;
    const b = narrow[x + row] ?? 0;
    const c = narrow[x + 2 * row] ?? 0;
    const d = narrow[x + 3 * row] ?? 0;
    for (let shift = 0; shift < 32; shift += 8) {
      const sum =
        half +
        Math.imul((a >>> shift) & 255, wa) +
        Math.imul((b >>> shift) & 255, wb) +
        Math.imul((c >>> shift) & 255, wc) +
        Math.imul((d >>> shift) & 255, wd);
      target[to++] = table[(sum >> bits) + zero] ?? 0;
    }
  }
}

function squashAny(
  narrow: Uint32Array,
  { first, length, weights, taps, outputSize: size }: Kernel,
  y: number,
  channel: number,
  table: Float32Array,
  sums: Int32Array,
  target: Float32Array,
  offset: number,
): void {
  const bits = WEIGHT_BITS;
  const zero = TABLE_ZERO;
  const plane = size >> 2;
  const end = y * taps + (length[y] ?? 0);
  let from = (first[y] ?? 0) * 3 * plane + channel * plane;
  sums.fill(HALF);
  for (let tap = y * taps; tap < end; tap++) {
    addRow(narrow, from, plane, weights[tap] ?? 0, sums);
    from += 3 * plane;
  }
  for (let x = 0; x < size; x++) {
    target[offset + x] = table[((sums[x] ?? 0) >> bits) + zero] ?? 0;
  }
}

function addRow(narrow: Uint32Array, from: number, plane: number, weight: number, sums: Int32Array): void {
  let to = 0;
  for (let x = from; x < from + plane; x++) {
    const four = narrow[x] ?? 0;
    sums[to] = ((sums[to] ?? 0) + Math.imul(four & 255, weight)) | 0;
    sums[to + 1] = ((sums[to + 1] ?? 0) + Math.imul((four >>> 8) & 255, weight)) | 0;
    sums[to + 2] = ((sums[to + 2] ?? 0) + Math.imul((four >>> 16) & 255, weight)) | 0;
    sums[to + 3] = ((sums[to + 3] ?? 0) + Math.imul(four >>> 24, weight)) | 0;
    to += 4;
  }
}
