import type { Tensor } from '../engine/model-session.ts';
import { CHANNELS, type Box, type Picture } from '../shared/picture.ts';

/** Height of a line as the recogniser takes it; the width follows. Pixels. */
const HEIGHT = 48;

/** Narrower lines are padded to this, as in training. */
const NARROWEST = 320;

/** A line of text this wide would be 100 characters; longer ones are squeezed. */
const WIDEST = 2400;

const BLUE_GREEN_RED = [2, 1, 0] as const;

/** Width of a line at the recogniser's height, pixels. */
export function lineWidth({ width, height }: Box): number {
  return Math.max(1, Math.min(WIDEST, Math.round((width * HEIGHT) / height)));
}

/** `[boxes.length, 3, 48, widest]`, -1..1; lines that are narrower than the widest end in zeros, which is mid-grey. */
export function recognitionInput(picture: Picture, boxes: readonly Box[]): Tensor {
  const columns = Math.max(NARROWEST, ...boxes.map(lineWidth));
  const plane = HEIGHT * columns;
  const data = new Float32Array(boxes.length * BLUE_GREEN_RED.length * plane);
  for (const [index, box] of boxes.entries()) {
    drawLine(picture, box, data.subarray(index * BLUE_GREEN_RED.length * plane), columns);
  }
  return { data, dims: [boxes.length, BLUE_GREEN_RED.length, HEIGHT, columns] };
}

/** Resamples by area where the line shrinks, by interpolation where it grows. */
function drawLine(picture: Picture, box: Box, target: Float32Array, columns: number): void {
  const across = axisWeights(box.x, box.width, lineWidth(box), picture.width);
  const down = axisWeights(box.y, box.height, HEIGHT, picture.height);
  for (const [plane, channel] of BLUE_GREEN_RED.entries()) {
    for (const [row, rowTaps] of down.entries()) {
      const out = (plane * HEIGHT + row) * columns;
      for (const [column, columnTaps] of across.entries()) {
        target[out + column] = sample(picture, channel, columnTaps, rowTaps) / 127.5 - 1;
      }
    }
  }
}

interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

/** For each output pixel of an axis the input pixels under a triangle of the output's (at least the input's) pitch. */
function axisWeights(start: number, length: number, outputs: number, limit: number): Taps[] {
  const scale = length / outputs;
  const reach = Math.max(1, scale);
  return Array.from({ length: outputs }, (_, index) => {
    const centre = start + (index + 0.5) * scale - 0.5;
    const first = Math.max(0, Math.min(limit - 1, Math.ceil(centre - reach)));
    const last = Math.max(first, Math.min(limit - 1, Math.floor(centre + reach)));
    const raw = Array.from({ length: last - first + 1 }, (__, tap) =>
      Math.max(0, 1 - Math.abs(first + tap - centre) / reach),
    );
    const total = raw.reduce((sum, weight) => sum + weight, 0);
    return {
      first,
      weights: total > 0 ? raw.map((weight) => weight / total) : raw.map(() => 1 / raw.length),
    };
  });
}

function sample({ width, rgba }: Picture, channel: number, across: Taps, down: Taps): number {
  let sum = 0;
  for (let y = 0; y < down.weights.length; y++) {
    const row = ((down.first + y) * width + across.first) * CHANNELS + channel;
    let rowSum = 0;
    for (let x = 0; x < across.weights.length; x++) {
      rowSum += (rgba[row + x * CHANNELS] ?? 0) * (across.weights[x] ?? 0);
    }
    sum += rowSum * (down.weights[y] ?? 0);
  }
  return sum;
}
