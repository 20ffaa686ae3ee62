import type { ModelSession, Tensor } from '../engine/model-session.ts';

type Run = ModelSession['run'];
type Input = Tensor<Float32Array | BigInt64Array>;

/**
 * For a graph that was exported for one batch size only: as many runs of that size as the rows need. What the last run
 * has too many is filled with the last row and cut off again.
 */
export function runInBatches(run: Run, batch: number): Run {
  return async (input) => {
    const [rows = 0, ...shape] = input.dims;
    if (rows === batch) return run(input);
    const outputs: Tensor[] = [];
    for (let first = 0; first < rows; first += batch) {
      const { data, dims } = await run({ data: rowsOf(input, first, batch), dims: [batch, ...shape] });
      // Runtimes may use the same memory for the next run.
      outputs.push({ data: data.slice(), dims });
    }
    return joined(outputs, rows);
  };
}

function rowsOf({ data, dims }: Input, first: number, batch: number): Input['data'] {
  const [rows = 0] = dims;
  const length = data.length / rows;
  const part = data.slice(first * length, (first + batch) * length);
  if (part.length === batch * length) return part;
  const last = part.subarray(part.length - length);
  const filled =
    data instanceof Float32Array ? new Float32Array(batch * length) : new BigInt64Array(batch * length);
  copyInto(filled, part, 0);
  for (let offset = part.length; offset < filled.length; offset += length) copyInto(filled, last, offset);
  return filled;
}

function copyInto(target: Input['data'], source: Input['data'], offset: number): void {
  if (target instanceof Float32Array && source instanceof Float32Array) target.set(source, offset);
  if (target instanceof BigInt64Array && source instanceof BigInt64Array) target.set(source, offset);
}

function joined(outputs: readonly Tensor[], rows: number): Tensor {
  const [, ...shape] = outputs[0]?.dims ?? [0];
  const length = shape.reduce((product, size) => product * size, 1);
  const data = new Float32Array(rows * length);
  let offset = 0;
  for (const output of outputs) {
    const part = output.data.subarray(0, data.length - offset);
    data.set(part, offset);
    offset += part.length;
  }
  return { data, dims: [rows, ...shape] };
}
