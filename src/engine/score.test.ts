import { expect, test } from 'vitest';
import { isKnownWord, wordProbability } from './score.ts';
import { cosine, unitRows } from './unit-vector.ts';

function unit(...values: number[]) {
  return unitRows({ data: Float32Array.from(values), dims: [1, values.length] }, values.length)[0]!;
}

test('rows are scaled to length 1, so that a dot product is the cosine', () => {
  const [a, b] = unitRows({ data: Float32Array.of(3, 4, 0, 2), dims: [2, 2] }, 2);
  expect([...a!]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
  expect(cosine(a!, b!)).toBeCloseTo(0.8, 6);
});

test.each([
  ['zeros', [0, 0]],
  ['a NaN', [1, Number.NaN]],
  ['an infinity', [Infinity, 1]],
])('a row of %s is a failed runtime, not a score', (_, values) => {
  expect(() => unit(...values)).toThrow(/expected a finite length above 0/);
});

test('features of another shape are told with what was expected', () => {
  expect(() => unitRows({ data: new Float32Array(6), dims: [2, 3] }, 4)).toThrow(
    'features: expected shape [batch, 4], found [2, 3]',
  );
});

test('the probability is the share of the word in the softmax over distractors and word', () => {
  const image = unit(1, 0);
  const word = unit(0.6, 0.8);
  const distractors = [unit(0.8, 0.6), unit(0, 1)];
  const share = Math.exp(6) / (Math.exp(6) + Math.exp(8) + Math.exp(0));
  expect(wordProbability(image, word, distractors, 10)).toBeCloseTo(share, 6);
});

test('a large scale does not overflow', () => {
  expect(wordProbability(unit(1, 0), unit(1, 0), [unit(-1, 0)], 1e5)).toBe(1);
  expect(wordProbability(unit(1, 0), unit(-1, 0), [unit(1, 0)], 1e5)).toBe(0);
});

test('a word on a distractor is unknown; without a limit every word is known', () => {
  const word = unit(1, 0.1);
  expect(isKnownWord(word, [unit(0, 1), unit(1, 0)], 0.9)).toBe(false);
  expect(isKnownWord(word, [unit(0, 1)], 0.9)).toBe(true);
  expect(isKnownWord(word, [unit(1, 0)], undefined)).toBe(true);
});
