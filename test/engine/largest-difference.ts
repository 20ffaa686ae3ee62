/** Between the runtimes, after normalisation. */
export const TOLERANCE = 1e-4;

export function largestDifference(found: ArrayLike<number>, expected: readonly number[]): number {
  if (found.length !== expected.length)
    throw new Error(`expected ${expected.length} numbers, found ${found.length}`);
  return Math.max(...expected.map((number, index) => Math.abs(number - found[index]!)));
}
