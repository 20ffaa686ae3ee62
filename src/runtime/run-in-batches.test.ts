import { expect, test } from 'vitest';
import type { ModelSession } from '../engine/model-session.ts';
import { runInBatches } from './run-in-batches.ts';

/** Answers twice each row's two numbers, in memory that the next run overwrites; refuses any other batch. */
function graphOf(batch: number) {
  const sizes: number[] = [];
  const memory = new Float32Array(batch * 2);
  const run: ModelSession['run'] = ({ data, dims }) => {
    sizes.push(dims[0] ?? 0);
    if (dims[0] !== batch) return Promise.reject(new Error(`batch ${dims[0]}`));
    for (const [index, value] of data.entries()) memory[index] = Number(value) * 2;
    return Promise.resolve({ data: memory, dims: [batch, 2] });
  };
  return { run, sizes };
}

test.each([1, 2, 3, 4])('five rows through a graph of batch %i come out as one tensor', async (batch) => {
  const { run, sizes } = graphOf(batch);
  const data = Float32Array.from({ length: 10 }, (_, index) => index);
  const found = await runInBatches(run, batch)({ data, dims: [5, 2] });
  expect(found).toEqual({ data: data.map((value) => value * 2), dims: [5, 2] });
  expect(sizes).toHaveLength(Math.ceil(5 / batch));
});

test('token numbers too', async () => {
  const { run } = graphOf(1);
  const found = await runInBatches(run, 1)({ data: BigInt64Array.of(1n, 2n, 3n, 4n), dims: [2, 2] });
  expect([...found.data]).toEqual([2, 4, 6, 8]);
});

test('the batch that the graph has goes through as it is', async () => {
  const { run, sizes } = graphOf(3);
  await runInBatches(run, 3)({ data: new Float32Array(6), dims: [3, 2] });
  expect(sizes).toEqual([3]);
});
