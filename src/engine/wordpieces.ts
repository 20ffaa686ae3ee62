import type { Vocabulary } from './vocabulary.ts';

/** Longer words are unknown as a whole, as in BERT; characters. */
const MAX_WORD_LENGTH = 200;

/** Splits a word into the longest pieces that the vocabulary has, from the left; `[UNK]` when that fails. */
export function wordpieces(word: string, vocabulary: Vocabulary): number[] {
  const characters = Array.from(word);
  if (characters.length > MAX_WORD_LENGTH) return [vocabulary.unknown];
  const numbers: number[] = [];
  let start = 0;
  while (start < characters.length) {
    const piece = longestPiece(characters, start, vocabulary);
    if (piece === undefined) return [vocabulary.unknown];
    numbers.push(piece.number);
    start = piece.end;
  }
  return numbers;
}

function longestPiece(
  characters: readonly string[],
  start: number,
  { pieces }: Vocabulary,
): { readonly number: number; readonly end: number } | undefined {
  const prefix = start > 0 ? '##' : '';
  for (let end = characters.length; end > start; end--) {
    const number = pieces.get(prefix + characters.slice(start, end).join(''));
    if (number !== undefined) return { number, end };
  }
  return undefined;
}
