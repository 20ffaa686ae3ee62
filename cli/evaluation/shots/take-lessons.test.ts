import { expect, test } from 'vitest';
import { unitRows } from '../../../src/engine/unit-vector.ts';
import type { LabelledGrid } from '../read-grids.ts';
import { takeLessons } from './take-lessons.ts';

const lesson = (tiles: readonly string[], ...answer: readonly number[]): LabelledGrid => ({
  line: 1,
  text: '楼梯',
  tiles,
  answer: new Set(answer),
  count: answer.length,
});

const lessons = [lesson(['a', 'b', 'c'], 0, 1), lesson(['d', 'e', 'f'], 0), lesson(['g', 'h', 'i'], 0, 2)];
const vector = unitRows({ data: Float32Array.of(1, 0), dims: [1, 2] }, 2)[0]!;

function taught(shots: number, answerOf: Parameters<typeof takeLessons>[2]) {
  const asked: string[] = [];
  const vectorOf = (tile: string) => {
    asked.push(tile);
    return vector;
  };
  const examples = takeLessons(lessons, shots, answerOf, vectorOf);
  return asked.map((tile, index) => Object.assign({ tile }, examples[index]));
}

const none = () => [];

test('wrong tiles are corrected grid by grid until there were so many, the right ones confirmed', () => {
  expect(taught(3, none)).toMatchObject([
    { tile: 'a', isRight: true, isCorrected: true },
    { tile: 'b', isRight: true, isCorrected: true },
    { tile: 'c', isRight: false, isCorrected: false },
    { tile: 'd', isRight: true, isCorrected: true },
    { tile: 'e', isRight: false, isCorrected: false },
    { tile: 'f', isRight: false, isCorrected: false },
  ]);
});

test('a wrong tile past the last correction is not taught at all', () => {
  expect(taught(1, none).map(({ tile }) => tile)).toEqual(['a', 'c']);
});

test('grids that are answered rightly teach nothing, and each is answered as taught so far', () => {
  const seen: number[] = [];
  const answer = (grid: LabelledGrid, examples: readonly unknown[]) => {
    seen.push(examples.length);
    return grid === lessons[1] ? [] : [...grid.answer];
  };
  expect(taught(4, answer).map(({ tile }) => tile)).toEqual(['d', 'e', 'f']);
  expect(seen).toEqual([0, 0, 3]);
});

test('no correction teaches nothing', () => {
  expect(taught(0, none)).toEqual([]);
});
