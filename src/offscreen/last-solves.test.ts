import { expect, test } from 'vitest';
import type { Failure, SolveRequest, TileImage, TileInput } from '../shared/protocol.ts';
import { createLastSolves } from './last-solves.ts';

const verdict: Failure = { kind: 'failure', gridId: 'g', reason: 'engine', message: 'not looked at here' };
const image = (value: number, bytes = 4): TileImage => ({
  width: bytes / 4,
  height: 1,
  rgba: new Uint8Array(bytes).fill(value),
});
const pixels = (value: number, bytes?: number): TileInput => ({ kind: 'pixels', image: image(value, bytes) });
const scored: TileInput = { kind: 'scored', score: { probability: 0.5 } };
const ask = (gridId: string, ...tiles: TileInput[]): SolveRequest => ({
  gridId,
  rows: 1,
  columns: tiles.length,
  question: '',
  text: '狗',
  tiles,
});

test('pixels of earlier requests of the same grid are kept for slots sent as scores', () => {
  const solves = createLastSolves<string>();
  solves.remember(1, 'page', ask('g', pixels(1), pixels(2)), verdict);
  solves.remember(1, 'page', ask('g', scored, pixels(3)), verdict);
  solves.remember(1, 'page', ask('g', scored, scored), verdict);
  expect(solves.find(1)?.images).toEqual([image(1), image(3)]);
  expect(solves.find(1)?.request.tiles).toEqual([scored, scored]);
});

test('another grid starts without pixels', () => {
  const solves = createLastSolves<string>();
  solves.remember(1, 'page', ask('g', pixels(1), pixels(2)), verdict);
  solves.remember(1, 'page', ask('h', scored, pixels(3)), verdict);
  expect(solves.find(1)?.images).toEqual([undefined, image(3)]);
});

test('what a page left goes with the page, not what another one asked since', () => {
  const solves = createLastSolves<string>();
  solves.remember(1, 'old page', ask('g', pixels(1)), verdict);
  solves.remember(2, 'other tab', ask('g', pixels(2)), verdict);
  solves.remember(1, 'new page', ask('g', pixels(3)), verdict);
  solves.forget('old page');
  expect(solves.find(1)?.images).toEqual([image(3)]);
  solves.forget('new page');
  expect(solves.find(1)).toBeUndefined();
  expect(solves.find(2)?.images).toEqual([image(2)]);
});

test('the tab that asked longest ago makes room', () => {
  const solves = createLastSolves<string>(16);
  solves.remember(1, 'a', ask('g', pixels(1, 8)), verdict);
  solves.remember(2, 'b', ask('g', pixels(2, 8)), verdict);
  solves.remember(1, 'a', ask('g', scored), verdict);
  solves.remember(3, 'c', ask('g', pixels(3, 8)), verdict);
  expect([1, 2, 3].map((tab) => solves.find(tab) !== undefined)).toEqual([true, false, true]);
});

test('a grid over the limit by itself is not kept', () => {
  const solves = createLastSolves<string>(16);
  solves.remember(1, 'a', ask('g', pixels(1, 20)), verdict);
  expect(solves.find(1)).toBeUndefined();
});
