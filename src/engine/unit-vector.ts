import { EngineError } from './engine-error.ts';
import type { Tensor } from './model-session.ts';

/** A vector of length 1, so that a dot product of two is their cosine. */
export type UnitVector = Float32Array & { readonly unit: true };

/** L2-normalises every row. Throws an EngineError for a row that is zero or not finite: the runtime computed nonsense. */
export function unitRows({ data, dims }: Tensor, dimension: number): UnitVector[] {
  const [rows = 0, columns = 0] = dims;
  if (dims.length !== 2 || columns !== dimension) {
    throw new EngineError(
      'model',
      `features: expected shape [batch, ${dimension}], found [${dims.join(', ')}]`,
    );
  }
  return Array.from({ length: rows }, (_, row) =>
    unit(data.subarray(row * columns, (row + 1) * columns), row),
  );
}

function unit(values: Float32Array, row: number): UnitVector {
  let sum = 0;
  for (const value of values) sum += value * value;
  const length = Math.sqrt(sum);
  const scaled = values.map((value) => value / length);
  if (isUnit(scaled)) return scaled;
  throw new EngineError(
    'engine',
    `features: expected a finite length above 0, found ${length} in row ${row}`,
  );
}

/** Room for 32-bit rounding. */
const LENGTH_TOLERANCE = 1e-3;

export function isUnit(values: Float32Array): values is UnitVector {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.abs(sum - 1) < LENGTH_TOLERANCE;
}

export function cosine(a: UnitVector, b: UnitVector): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
