import { expect, test } from 'vitest';
import { likenessOf, weighScores, type ExampleRule } from './likeness.ts';
import { unitRows } from './unit-vector.ts';

const rule: ExampleRule = {
  dimensions: 2,
  weights: { constant: -1.5, own: 17, least: -10, most: -6 },
  decision: { threshold: 0.5, unsureAbove: 0.1, unsureBelow: 0.9 },
};

function vector(...numbers: readonly number[]) {
  return unitRows({ data: Float32Array.from(numbers), dims: [1, numbers.length] }, numbers.length)[0]!;
}

test('what all pictures share makes none of them alike', () => {
  const [dog, cat] = [vector(1, 0, 10), vector(0, 1, 10)];
  expect(likenessOf(dog, cat, 3)).toBeGreaterThan(0.9);
  expect(likenessOf(dog, cat, 2)).toBe(0);
  expect(likenessOf(dog, vector(3, 0, 1), 2)).toBeCloseTo(1, 6);
});

/** Probability of a tile whose likeness is 0.6, among others. */
function among(...others: readonly number[]): number {
  const scores = [0.6, ...others].map((likeness) => ({ probability: 0, things: [likeness] }));
  return weighScores(scores, rule)[0]!.probability;
}

test('a tile is weighed against the others: the same likeness says more where the rest is unlike', () => {
  expect(among(0.02, 0.03, 0.05)).toBeGreaterThan(0.9);
  expect(among(0.5, 0.5, 0.5)).toBeLessThan(0.7);
  expect(among(0.02, 0.03, 0.99)).toBeLessThan(among(0.02, 0.03, 0.05));
});

test('a hole in the grid is not what the example shows', () => {
  const [hole] = weighScores([{ probability: 0 }, { probability: 0, things: [0.9] }], rule);
  expect(hole).toEqual({ probability: 0 });
});
