import { expect, test } from 'vitest';
import { inReadingOrder } from './reading-order.ts';

const at = (left: number, top: number) => ({ left, top, width: 10, height: 10 });

test('tiles in any order are read row by row, small steps within a row aside', () => {
  const boxes = [at(12, 13), at(0, 0), at(12, 3), at(0, 12)];
  expect(inReadingOrder(boxes)).toEqual({ rows: 2, columns: 2, places: [1, 2, 3, 0] });
});

test('rows of different lengths are one row', () => {
  const boxes = [at(0, 0), at(12, 0), at(24, 0), at(5, 14)];
  expect(inReadingOrder(boxes)).toEqual({ rows: 1, columns: 4, places: [0, 1, 2, 3] });
});

test('nothing has no rows', () => {
  expect(inReadingOrder([])).toEqual({ rows: 0, columns: 0, places: [] });
});
