import { expect, test } from 'vitest';
import { meanScore } from './mean-score.ts';

test('two looks that disagree meet in the middle of their odds', () => {
  expect(meanScore([{ probability: 0.9 }, { probability: 0.1 }]).probability).toBeCloseTo(0.5);
  expect(meanScore([{ probability: 0.9 }, { probability: 0.9 }]).probability).toBeCloseTo(0.9);
  expect(meanScore([{ probability: 1 }, { probability: 0.5 }]).probability).toBeLessThan(1);
});

test('one look is what it was, three are each a third', () => {
  expect(meanScore([{ probability: 0.3 }]).probability).toBeCloseTo(0.3);
  const thrice = meanScore([{ probability: 0.5 }, { probability: 0.5 }, { probability: 0.9 }]);
  expect(thrice.probability).toBeCloseTo(1 / (1 + 9 ** (-1 / 3)));
});

test('each thing of an order has its own mean', () => {
  const { things } = meanScore([
    { probability: 0, things: [0.2, 0.7] },
    { probability: 0, things: [0.2, 0.3] },
  ]);
  expect(things?.[0]).toBeCloseTo(0.2);
  expect(things?.[1]).toBeCloseTo(0.5);
});

test('clarity has its own mean, and is left out where the model cannot tell', () => {
  const twice = meanScore([
    { probability: 0.5, clarity: 0.9 },
    { probability: 0.5, clarity: 0.1 },
  ]);
  expect(twice.clarity).toBeCloseTo(0.5);
  expect(meanScore([{ probability: 0.5 }, { probability: 0.5 }])).not.toHaveProperty('clarity');
});
