import { expect, test } from 'vitest';
import { arrowTarget } from './arrow-target.ts';

test.each<[string, number, number | undefined]>([
  ['ArrowRight', 4, 5],
  ['ArrowLeft', 4, 3],
  ['ArrowUp', 4, 1],
  ['ArrowDown', 4, 7],
  ['Home', 4, 0],
  ['End', 4, 8],
  ['ArrowUp', 2, undefined],
  ['ArrowDown', 7, undefined],
  ['ArrowLeft', 0, undefined],
  ['ArrowRight', 8, undefined],
  ['a', 4, undefined],
])('%s from place %d of nine in rows of three leads to %s', (key, from, to) => {
  expect(arrowTarget(key, from, 3, 9)).toBe(to);
});
