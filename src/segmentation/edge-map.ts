import { CHANNELS, type Picture } from '../shared/picture.ts';

/**
 * Where a picture has upright edges: steps of colour between column x - 1 and column x that go on for several pixels
 * along the column and stand out from what is left and right of them.
 */
export interface EdgeMap {
  readonly width: number;
  readonly height: number;
  /** Share 0..1 of rows `from` (included) to `to` (excluded) that have an edge at column x. */
  share(x: number, from: number, to: number): number;
}

/** Pixels along the column that are averaged: noise goes, an upright line stays. Odd. */
const ALONG = 5;

/** Least step of one channel, in 0..255; paler lines than that are not seen by people either. */
const LEAST_STEP = 6;

/** An edge is the largest step within this many columns to each side: the two sides of a 2 px line are two edges. */
const PEAK_REACH = 1;

/** Columns to each side whose mean step an edge must exceed… */
const SURROUND = 8;
/** … by this factor; texture inside a photograph has maxima of about twice its mean. */
const STANDS_OUT = 2.2;

export function edgeMap(picture: Picture): EdgeMap {
  const { width, height } = picture;
  // counts[x * (height + 1) + y]: rows above y that have an edge at column x.
  const stride = height + 1;
  const counts = new Uint16Array(width * stride);
  const sums = new Int32Array(width * CHANNELS);
  const steps = new Int32Array(width);
  const half = (ALONG - 1) / 2;
  for (let row = 0; row < half; row++) addRow(picture, row, 1, sums);
  for (let y = 0; y < height; y++) {
    addRow(picture, y + half, 1, sums);
    addRow(picture, y - half - 1, -1, sums);
    const rows = Math.min(y + half, height - 1) - Math.max(y - half, 0) + 1;
    measureSteps(sums, steps);
    countEdges(steps, LEAST_STEP * rows, counts, stride, y);
  }
  return {
    width,
    height,
    share(x, from, to) {
      if (x < 0 || x >= width || to <= from) return 0;
      const column = x * stride;
      const top = Math.max(0, from);
      const bottom = Math.min(height, to);
      if (bottom <= top) return 0;
      return ((counts[column + bottom] ?? 0) - (counts[column + top] ?? 0)) / (to - from);
    },
  };
}

function addRow({ width, height, rgba }: Picture, row: number, sign: 1 | -1, sums: Int32Array): void {
  if (row < 0 || row >= height) return;
  const start = row * width * CHANNELS;
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + sign * (rgba[start + i] ?? 0);
}

/** Largest step of red, green and blue between neighbouring columns, times the rows summed. */
function measureSteps(sums: Int32Array, steps: Int32Array): void {
  for (let x = 1; x < steps.length; x++) {
    const here = x * CHANNELS;
    const before = here - CHANNELS;
    steps[x] = Math.max(
      Math.abs((sums[here] ?? 0) - (sums[before] ?? 0)),
      Math.abs((sums[here + 1] ?? 0) - (sums[before + 1] ?? 0)),
      Math.abs((sums[here + 2] ?? 0) - (sums[before + 2] ?? 0)),
    );
  }
}

function countEdges(steps: Int32Array, least: number, counts: Uint16Array, stride: number, y: number): void {
  const { length } = steps;
  let around = 0;
  for (let x = 0; x < Math.min(SURROUND, length); x++) around += steps[x] ?? 0;
  for (let x = 0, at = y; x < length; x++, at += stride) {
    if (x + SURROUND < length) around += steps[x + SURROUND] ?? 0;
    if (x > SURROUND) around -= steps[x - SURROUND - 1] ?? 0;
    const seen = Math.min(x + SURROUND, length - 1) - Math.max(x - SURROUND, 0) + 1;
    const step = steps[x] ?? 0;
    const isEdge = step >= least && step * seen >= STANDS_OUT * around && isPeak(steps, x, step);
    counts[at + 1] = (counts[at] ?? 0) + (isEdge ? 1 : 0);
  }
}

function isPeak(steps: Int32Array, x: number, step: number): boolean {
  for (let reach = 1; reach <= PEAK_REACH; reach++) {
    if ((steps[x - reach] ?? 0) > step || (steps[x + reach] ?? 0) > step) return false;
  }
  return true;
}
