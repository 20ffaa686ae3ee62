import { expect, test } from 'vitest';
import type { Box, BoxKind } from './box.ts';
import { findScatter } from './find-scatter.ts';
import { uprightShape } from './shape.ts';

function box(id: number, x: number, y: number, side = 80, kind: BoxKind = 'image'): Box {
  return { id, kind, shape: uprightShape(x, y, side, side) };
}

const scattered = [
  box(0, 40, 200),
  box(1, 10, 30, 88),
  box(2, 180, 90),
  box(3, 300, 10, 84),
  box(4, 320, 220),
];
const board = box(9, 0, 0, 480, 'background');

test('pictures that lie about are read from the left, without the board that they lie on', () => {
  const grid = findScatter([board, ...scattered], 3);
  expect(grid).toMatchObject({ rows: 1, columns: 5 });
  expect(grid?.slots.map(({ boxes }) => boxes[0]?.id)).toEqual([1, 0, 2, 3, 4]);
});

test('what lies in one place is one tile', () => {
  const twice = scattered.map(({ id, shape }) => ({ id: id + 100, kind: 'background' as const, shape }));
  const grid = findScatter([...twice, ...scattered], 3);
  expect(grid?.slots.map(({ boxes }) => boxes.length)).toEqual([2, 2, 2, 2, 2]);
});

test('fewer pictures than things, a gallery, and a heap are none', () => {
  expect(findScatter(scattered, 6)).toBeUndefined();
  const gallery = Array.from({ length: 13 }, (_, id) => box(id, (id % 5) * 137, Math.floor(id / 5) * 91));
  expect(findScatter(gallery, 3)).toBeUndefined();
  expect(findScatter([...scattered, box(7, 60, 210)], 3)).toMatchObject({ columns: 5 });
  expect(findScatter([...scattered, box(7, 75, 225)], 3)).toBeUndefined();
});
