import { expect, test } from 'vitest';
import type { Box } from './box.ts';
import { pickExample } from './pick-example.ts';
import { uprightShape, type Bounds } from './shape.ts';

function box(id: number, x: number, y: number, width: number, height = width): Box {
  return { id, kind: 'image', shape: uprightShape(x, y, width, height) };
}

/** Nine tiles of 100 under a line of text. */
const tiles: Bounds[] = Array.from({ length: 9 }, (_, index) => {
  const [left, top] = [(index % 3) * 110, 200 + Math.floor(index / 3) * 110];
  return { left, top, right: left + 100, bottom: top + 100 };
});
const own = tiles.map(({ left, top }, index) => box(index, left, top, 100));
const question: Bounds = { left: 0, top: 100, right: 220, bottom: 124 };

test('the picture beside the question is the example', () => {
  expect(pickExample([...own, box(20, 240, 90, 90)], tiles, question)?.id).toBe(20);
});

test('icons, banners and pictures far away are none', () => {
  const others = [box(20, 0, 60, 24), box(21, 0, 0, 300, 60), box(22, 700, 100, 100)];
  expect(pickExample([...own, ...others], tiles, question)).toBeUndefined();
});

test('where two pictures could be meant, none is taken; a clearly nearer one is', () => {
  const beside = box(20, 230, 80, 90);
  expect(pickExample([...own, beside, box(21, 0, 10, 84)], tiles, question)).toBeUndefined();
  expect(pickExample([...own, beside, box(21, 340, 80, 90)], tiles, question)?.id).toBe(20);
});
