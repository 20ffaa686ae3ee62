import { expect, test } from 'vitest';
import { hasWords, joinCharacters, partWords } from './part-words.ts';

function letters(text: string, places: readonly number[]) {
  return Array.from(text, (character, index) => ({ character, probability: 1, place: places[index]! }));
}

test('letters go to the words whose ink they stand on', () => {
  const read = letters('allthe', [5, 14, 20, 35, 45, 55]);
  const words = [
    { from: 0, to: 22 },
    { from: 30, to: 60 },
  ];
  expect(partWords(read, words)).toBe('all the');
});

test('a thin letter that was placed too late still ends its own word', () => {
  const read = letters('allthe', [5, 14, 27, 35, 45, 55]);
  const words = [
    { from: 0, to: 22 },
    { from: 30, to: 60 },
  ];
  expect(partWords(read, words)).toBe('all the');
});

test('without gaps in the ink the line stays as it was read', () => {
  expect(partWords(letters('a b', [5, 10, 15]), [{ from: 0, to: 20 }])).toBe('a b');
});

test('Latin lines have words, Chinese ones have not', () => {
  expect(hasWords(letters('cats', [1, 2, 3, 4]))).toBe(true);
  expect(hasWords(letters('请选出2张猫', [1, 2, 3, 4, 5, 6]))).toBe(false);
  expect(joinCharacters(letters(' 请 选 ', [1, 2, 3, 4, 5]))).toBe('请 选');
});
