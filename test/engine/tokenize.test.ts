import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tokenize } from '../../src/engine/tokenize.ts';
import { readEmbeddedVocabulary } from './embedded-model.ts';

interface Golden {
  readonly contextLength: number;
  readonly texts: readonly string[];
  /** Token numbers without the zeros at the end. */
  readonly rows: readonly (readonly number[])[];
}

const { contextLength, texts, rows } = JSON.parse(readFileSync('test/golden/tokens.json', 'utf8')) as Golden;
const vocabulary = readEmbeddedVocabulary();

function row(text: string): number[] {
  return Array.from(tokenize(text, vocabulary, contextLength), Number);
}

test('the golden file has 500 texts or more, empty, over-long and beyond the basic plane among them', () => {
  expect(texts.length).toBeGreaterThanOrEqual(500);
  expect(new Set(texts)).toContain('');
  expect(rows.some((numbers) => numbers.length === contextLength)).toBe(true);
  expect(texts.some((text) => text.includes('\u{20000}'))).toBe(true);
});

test('every row is equal to what cn_clip gives', () => {
  const differing = texts.flatMap((text, index) => {
    const expected = [...rows[index]!, ...Array<number>(contextLength - rows[index]!.length).fill(0)];
    const found = row(text);
    return found.join() === expected.join() ? [] : [{ text, expected, found }];
  });
  expect(differing).toEqual([]);
});

test('a row is cut to leave room for [SEP]', () => {
  const long = row('公交车'.repeat(100));
  expect(long).toHaveLength(contextLength);
  expect(long[0]).toBe(vocabulary.start);
  expect(long.at(-1)).toBe(vocabulary.end);
});
