import { basicTokens } from './basic-tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordpieces } from './wordpieces.ts';

/** [CLS] and [SEP]. */
const FRAME = 2;

/** One row as `cn_clip.clip.tokenize` makes it: [CLS], pieces cut to fit, [SEP], zeros up to `contextLength`. */
export function tokenize(text: string, vocabulary: Vocabulary, contextLength: number): BigInt64Array {
  const row = new BigInt64Array(contextLength);
  const pieces = basicTokens(text)
    .flatMap((word) => wordpieces(word, vocabulary))
    .slice(0, contextLength - FRAME);
  [vocabulary.start, ...pieces, vocabulary.end].forEach((number, index) => {
    row[index] = BigInt(number);
  });
  return row;
}
