import * as en from './english-phrases.ts';
import { everyThing } from './list-things.ts';
import { singular } from './singular.ts';

/** A longer noun is a sentence. Words. */
const MAX_WORDS = 5;
const QUOTES = /^["'“‘«`]+|["'”’»`]+$/g;
const LIST = /\s*(?:[,;/&+]|\b(?:and\/or|and|or|nor|plus)\b)\s*/i;
/** Buses or images with trucks: the relation said again. */
const AGAIN = new RegExp(`^(?:(?:${en.PICTURES})\\s+)?${en.RELATION.source.slice(1)}`, 'i');

/**
 * A traffic light → traffic light; undefined where the words cannot be a thing.
 *
 * @param isShown whether it was said that pictures show it, so that text is a thing and not the name of a field
 */
export function englishThing(words: string, isShown = false): string | undefined {
  const bare = words.replace(en.ARTICLES, '').replace(QUOTES, '').replace(en.ARTICLES, '').trim();
  if ((!isShown && en.FORM_WORDS.test(bare)) || !/^[\p{L}\p{N}'’\- ]+$/u.test(bare)) return undefined;
  if (/^(?:its?|them|this|that|those|these|each|every|that do(?:es)?)$/i.test(bare)) return undefined;
  if (en.SENTENCE_WORDS.test(bare) || bare.split(/\s+/).length > MAX_WORDS) return undefined;
  return singular(bare).replace(/^people(?= )/, 'person');
}

/** A bus, trucks, or the cars: undefined where one of them is no thing. */
export function englishThings(
  words: string,
  separators: RegExp = LIST,
  isShown = false,
): readonly string[] | undefined {
  const parts = words
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:both|all(?:\s+of\s+them)?)$/i.test(part));
  return everyThing(
    parts.map((part) => {
      const bare = part.replace(/^(?:either|any|every|each|all(?:\s+the)?)\s+/i, '').replace(AGAIN, '');
      return en.NEGATION.test(bare) ? undefined : englishThing(bare.replace(en.IMAGE_TAIL, ''), isShown);
    }),
  );
}

export interface Exclusion {
  readonly any: readonly string[];
  readonly none: readonly string[];
}

/** Images that do not contain a bus, buses except school buses: what may be shown (anything where empty) and what not. */
export function readExclusion(body: string): Exclusion | undefined {
  const words = body.replace(en.WHERE, '');
  const absent = en.ABSENT.exec(words)?.groups?.['none'];
  if (absent !== undefined) {
    const none = englishThings(absent, LIST, /^(?:images?|pictures?|photos?|photographs?)\b/i.test(words));
    return none && { any: [], none };
  }
  const except = en.EXCEPT.exec(words)?.groups;
  if (!except) return undefined;
  const none = englishThings(except['none'] ?? '');
  const rest = (except['any'] ?? '').trim();
  const any = en.ANYTHING.test(rest) ? [] : englishThings(rest);
  return none && any && { any, none };
}

/** Excluding school buses: what a clause after the request takes away. */
export function readTakenAway(clause: string): readonly string[] | undefined {
  const words = clause.replace(en.TAKES_AWAY, '');
  return words === clause ? undefined : englishThings(words);
}
