import type { Word } from '../word.ts';
import type { Example } from './example.ts';
import { fitHead } from './fit-head.ts';
import { logOddsOf, probabilityOf } from './log-odds.ts';

/** Log-odds of any tile before it is looked at: about one in four is right. For words that the model does not know. */
const UNSEEN = -1;

/** Where the model knows the word, a few examples must not drown what it says: twice did harm on blurred tiles. */
const MOST_WEIGHT_KNOWN = 1;

/**
 * The word as the person has taught it. Without examples, or where they add nothing, it is the model's own word to
 * the last bit. A word that the model does not know becomes known once the examples can be told apart by themselves.
 */
export function learnedWord(word: Word, examples: readonly Example[]): Word {
  if (examples.length === 0) return word;
  const ownOf = (vector: Example['vector']): number =>
    word.known ? logOddsOf(word.probabilityOf(vector)) : UNSEEN;
  const head = fitHead(
    examples,
    examples.map(({ vector }) => ownOf(vector)),
    word.known ? MOST_WEIGHT_KNOWN : undefined,
  );
  const isKnown = word.known || head.isTrusted;
  if (head.weight === 0 || !isKnown) return word;
  return {
    text: word.text,
    known: true,
    probabilityOf: (image) => probabilityOf(ownOf(image) + head.shiftOf(image)),
  };
}
