import { expect, test } from 'vitest';
import { seededRandom } from '../demo-pictures/seeded-random.ts';
import { fitChoice, type Choice } from './fit-choice.ts';

const TRUE_WEIGHTS = [1.5, -0.7];

/** Choices among three that were made by softmax of TRUE_WEIGHTS; the second feature has a scale of its own. */
function choices(count: number): Choice[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, () => {
    const candidates = Array.from({ length: 3 }, () =>
      Float64Array.from([4 * random() - 2, 10 * random() - 5]),
    );
    const powers = candidates.map(([a = 0, b = 0]) =>
      Math.exp(a * (TRUE_WEIGHTS[0] ?? 0) + b * (TRUE_WEIGHTS[1] ?? 0)),
    );
    let rest = random() * powers.reduce((sum, power) => sum + power, 0);
    const right = powers.findIndex((power) => (rest -= power) < 0);
    return { candidates, right };
  });
}

test('finds the weights by which choices were made', () => {
  const { weights, loss } = fitChoice(choices(4000), 1e-6);
  expect(weights[0]).toBeCloseTo(1.5, 0);
  expect(weights[1]).toBeCloseTo(-0.7, 1);
  expect(loss).toBeLessThan(Math.log(3));
});

test('a feature that is always the same gets no weight, and what is plain stays finite', () => {
  const plain: Choice[] = Array.from({ length: 20 }, () => ({
    candidates: [Float64Array.from([1, 3]), Float64Array.from([0, 3])],
    right: 0,
  }));
  const { weights } = fitChoice(plain, 1e-3);
  expect(weights[0]).toBeGreaterThan(1);
  expect(Number.isFinite(weights[0])).toBe(true);
  expect(weights[1]).toBeCloseTo(0);
});
