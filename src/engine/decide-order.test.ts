import { expect, test } from 'vitest';
import { decideOrder } from './decide-order.ts';

test('each thing gets the tile that shows it, in the order asked for', () => {
  const things = [
    [0.01, 0.01, 0.97],
    [0.98, 0.02, 0.01],
    [0.01, 0.02, 0.01],
    [0.02, 0.95, 0.01],
  ];
  const decision = decideOrder({ things, known: true });
  expect(decision).toMatchObject({
    outcome: 'some',
    selected: [2, 4, 1],
    states: ['yes', 'yes', 'no', 'yes'],
  });
  expect(decision.confidence).toBeGreaterThan(0.95);
});

test('a tile is given to one thing only: the second best serves the other', () => {
  // The first tile is the best for both; only the second could be the second thing.
  const things = [
    [0.9, 0.8],
    [0.01, 0.6],
    [0.01, 0.01],
  ];
  expect(decideOrder({ things, known: true }).selected).toEqual([1, 2]);
});

test('two tiles that show the same thing equally leave the order unsure', () => {
  const things = [
    [0.9, 0.01],
    [0.9, 0.01],
    [0.01, 0.95],
  ];
  const { outcome, confidence, states } = decideOrder({ things, known: true });
  expect(outcome).toBe('unsure');
  expect(confidence).toBeCloseTo(0.5, 1);
  expect(states[2]).toBe('unsure');
});

test('a thing that no tile shows leaves the order unsure', () => {
  const things = [
    [0.99, 0.001],
    [0.01, 0.001],
    [0.01, 0.05],
  ];
  expect(decideOrder({ things, known: true }).outcome).toBe('unsure');
});

test('more things than tiles, and an unknown word, choose nothing', () => {
  expect(decideOrder({ things: [[0.9, 0.9]], known: true })).toMatchObject({
    outcome: 'unsure',
    selected: [],
  });
  expect(decideOrder({ things: [[0.9], [0.1]], known: false })).toMatchObject({
    outcome: 'unknown-word',
    selected: [],
  });
});

test('ten things on 25 tiles take no time', () => {
  const things = Array.from({ length: 25 }, (_, tile) =>
    Array.from({ length: 10 }, (__, thing) => (tile === thing * 2 ? 0.99 : 0.001)),
  );
  expect(decideOrder({ things, known: true }).selected).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
});
