import { expect, test } from 'vitest';
import { logLoss } from './log-odds.ts';

test('one right example counts as much as all wrong ones', () => {
  const lost = logLoss([1, -1, -1, -1], [-2, -3, -3, -3]);
  expect(lost).toBeCloseTo((Math.log1p(Math.exp(2)) + Math.log1p(Math.exp(-3))) / 2);
});

test('examples of one kind are their own mean', () => {
  expect(logLoss([1, 1], [0, 0])).toBeCloseTo(Math.LN2);
});
