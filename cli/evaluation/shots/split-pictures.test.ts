import { expect, test } from 'vitest';
import { seededRandom } from '../../demo-pictures/seeded-random.ts';
import type { LabelledGrid } from '../read-grids.ts';
import { splitPictures } from './split-pictures.ts';

const names = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${index}`);

function grid(rights: readonly string[], wrongs: readonly string[]): LabelledGrid {
  const tiles = [...wrongs, ...rights];
  const answer = new Set(rights.map((right) => tiles.indexOf(right)));
  return { line: 1, text: '楼梯', tiles, answer, count: rights.length };
}

const grids = [
  grid(['r0', 'r1'], names('w', 7)),
  grid(['r2', 'r3', 'r4'], names('w', 12).slice(6)),
  grid(['r1'], names('w', 20).slice(12)),
];

test('no picture is in lessons and in tests, and every tile stays as right or wrong as it was', () => {
  const split = splitPictures(grids, seededRandom(1))!;
  const lessons = new Set(split.lessons.flatMap(({ tiles }) => tiles));
  for (const { tiles, answer, count } of split.tests) {
    expect(tiles).toHaveLength(9);
    expect(new Set(tiles).size).toBe(9);
    expect(count).toBe(answer.size);
    for (const [position, tile] of tiles.entries()) {
      expect(lessons.has(tile)).toBe(false);
      expect(tile.startsWith('r')).toBe(answer.has(position));
    }
  }
  expect(split.tests.map(({ answer }) => answer.size)).toEqual([2, 2, 1]);
});

test('a word of one right picture, or of too few wrong ones, is not split', () => {
  expect(splitPictures([grid(['r0'], names('w', 20).slice(0, 8))], seededRandom(1))).toBeUndefined();
  expect(splitPictures(grids.slice(0, 1), seededRandom(1))).toBeUndefined();
});

test('a picture that is right here and wrong there makes no fair test', () => {
  const contrary = [...grids, grid(['w0'], names('w', 10).slice(1, 9))];
  expect(splitPictures(contrary, seededRandom(1))).toBeUndefined();
});
