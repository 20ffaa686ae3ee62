import { expect, test } from 'vitest';
import { tokenize } from '../../src/engine/tokenize.ts';
import golden from '../golden/tokens.json' with { type: 'json' };
import { readEmbeddedVocabulary } from './embedded-model.ts';

/** Token numbers without the zeros at the end of each row. */
const { contextLength, texts, rows } = golden;
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

test('half a surrogate pair is an unknown character, not an error', () => {
  // Not in the golden file: JSON with lone surrogates is refused by the JSON loader.
  const { start, unknown, end } = vocabulary;
  expect(row('\ud800 \udfff').slice(0, 5)).toEqual([start, unknown, unknown, end, 0]);
});
