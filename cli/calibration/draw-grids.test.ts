import { expect, test } from 'vitest';
import { seededRandom } from '../demo-pictures/seeded-random.ts';
import type { LabelledGrid } from '../evaluation/read-grids.ts';
import { drawGrids } from './draw-grids.ts';

function grid(text: string, tiles: readonly string[], ...answer: readonly number[]): LabelledGrid {
  return { line: 1, text, tiles, answer: new Set(answer), count: answer.length };
}

const grids = [
  grid('狗', ['dog1', 'a', 'b', 'c', 'd', 'e'], 0),
  grid('狗', ['a', 'dog2', 'f', 'g', 'h', 'i'], 1),
  grid('船', ['ship', 'dog1', 'dog2'], 0),
];

test('a picture is right in what is drawn where it was right for the word', () => {
  const drawn = drawGrids(grids, 400, 1, seededRandom(1));
  expect(drawn).toHaveLength(400);
  for (const { text, tiles, isRight } of drawn) {
    expect(new Set(tiles).size).toBe(tiles.length);
    const right = text === '狗' ? ['dog1', 'dog2'] : ['ship'];
    expect(isRight).toEqual(tiles.map((tile) => right.includes(tile)));
  }
  const empty = drawn.filter(({ isRight }) => !isRight.includes(true));
  expect(empty.length).toBeGreaterThan(10);
  expect(empty.length).toBeLessThan(90);
});

test('in some questions the views of one picture are right tiles of their own, each of them once', () => {
  const ships = drawGrids([grid('船', ['ship', 'a', 'b', 'c', 'd', 'e', 'f'], 0)], 300, 3, seededRandom(2));
  const most = ships.map(({ tiles, views, isRight }) => {
    const seen = views.filter((_, place) => isRight[place]);
    expect(new Set(seen).size).toBe(seen.length);
    expect(tiles.filter((_, place) => isRight[place]).every((tile) => tile === 'ship')).toBe(true);
    return seen.length;
  });
  expect(Math.max(...most)).toBe(3);
  expect(most.filter((count) => count > 1).length).toBeLessThan(120);
});

test('the same seed draws the same', () => {
  expect(drawGrids(grids, 20, 3, seededRandom(3))).toEqual(drawGrids(grids, 20, 3, seededRandom(3)));
});

test('grids without a wrong picture are no ground to fit on', () => {
  expect(() => drawGrids([grid('狗', ['dog1'], 0)], 1, 3, seededRandom(1))).toThrow(
    'expected a word with right and wrong pictures, found none',
  );
});
