import { expect, test } from 'vitest';
import type { SolveRequest } from '../../shared/protocol.ts';
import type { Encoder } from '../encoder.ts';
import { createSolver } from '../solver.ts';
import { exampleConfig } from '../testing/example-config.ts';
import { unitRows } from '../unit-vector.ts';
import { createLearningRoom } from './learning-room.ts';
import { memoryShelf } from './memory-shelf.fixture.ts';

const config = { ...exampleConfig, embeddingDimension: 3, unknown: { distractorCosine: 0.5 } };

function unit(...values: readonly number[]) {
  return unitRows({ data: Float32Array.from(values), dims: [1, 3] }, 3)[0]!;
}

/** Red, green and blue of a picture's first pixel are what it shows; every text is unknown. */
const encoder: Encoder = {
  prepare: (images) => ({
    data: Float32Array.from(images.flatMap(({ rgba }) => [...rgba.subarray(0, 3)])),
    dims: [images.length, 3],
  }),
  encodeImages: ({ data }) =>
    Promise.resolve(
      Array.from({ length: data.length / 3 }, (_, row) => unit(...data.slice(row * 3, row * 3 + 3))),
    ),
  encodeText: () => Promise.resolve(unit(0, 0, 1)),
};

const pixels = (...rgb: readonly number[]) =>
  ({ kind: 'pixels', image: { width: 1, height: 1, rgba: Uint8Array.from([...rgb, 255]) } }) as const;

const grid = (gridId: string, tiles: SolveRequest['tiles'], text = '楼梯'): SolveRequest => ({
  gridId,
  rows: 2,
  columns: 3,
  question: '',
  text,
  tiles,
});

const first = grid('first', [
  pixels(250, 10, 20),
  pixels(240, 0, 30),
  pixels(255, 20, 0),
  pixels(10, 250, 20),
  pixels(0, 240, 10),
  pixels(20, 230, 0),
]);
const next = grid('next', [
  pixels(245, 5, 15),
  pixels(5, 245, 15),
  pixels(15, 235, 25),
  pixels(0, 255, 0),
  pixels(235, 15, 5),
  pixels(10, 240, 5),
]);

test('the next grid of a taught word is answered as it was taught, other words as before, and so is this one once forgotten', async () => {
  const shelf = memoryShelf();
  const room = createLearningRoom(async () => shelf, { now: () => 0 });
  const solve = createSolver({ config, encoder, backend: 'cpu', now: () => 0, learner: room });
  expect(await solve(first)).toMatchObject({ outcome: 'unknown-word' });
  await room.learn({
    gridId: 'first',
    tiles: [0, 1, 2, 3, 4, 5].map((slot) => ({ slot, isRight: slot < 3, source: 'corrected' })),
  });
  expect(await solve(next)).toMatchObject({ selected: [1, 5] });
  expect(await solve(grid('other', next.tiles, '树'))).toMatchObject({ outcome: 'unknown-word' });
  await room.forget();
  expect(await solve(next)).toMatchObject({ outcome: 'unknown-word', selected: [] });
});
