import type { ReadCharacter } from './decode-ctc.ts';
import type { Extent } from './find-word-extents.ts';

const IDEOGRAPH = /\p{Script=Han}/u;
const LETTER = /^[\p{L}\p{N}]$/u;

/** Whether the line is written with spaces between its words. */
export function hasWords(read: readonly ReadCharacter[]): boolean {
  const letters = read.filter(({ character }) => LETTER.test(character) && !IDEOGRAPH.test(character));
  return letters.length > read.length / 2;
}

export function joinCharacters(read: readonly ReadCharacter[]): string {
  return read
    .map(({ character }) => character)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Parts the letters of a line into the words whose ink was seen: the recogniser reads letters better than the spaces
 * between them, but says only about where each letter is. Of all ways to part them the one whose letters stand most
 * evenly in their words wins. `places` of the characters and `words` are in the same pixels.
 */
export function partWords(read: readonly ReadCharacter[], words: readonly Extent[]): string {
  const letters = read.filter(({ character }) => character.trim() !== '');
  if (words.length < 2 || letters.length < words.length) return joinCharacters(read);
  // best[n]: least cost of the first n letters in the words so far, with where each word began.
  let best = new Map<number, { readonly cost: number; readonly starts: readonly number[] }>([
    [0, { cost: 0, starts: [] }],
  ]);
  for (const word of words) {
    const next: typeof best = new Map();
    for (const [start, { cost, starts }] of best) {
      for (let end = start + 1; end <= letters.length; end++) {
        const total = cost + unevenness(letters, start, end, word);
        if (total < (next.get(end)?.cost ?? Infinity))
          next.set(end, { cost: total, starts: [...starts, start] });
      }
    }
    best = next;
  }
  const starts = new Set(best.get(letters.length)?.starts);
  return letters
    .map(({ character }, index) => (index > 0 && starts.has(index) ? ` ${character}` : character))
    .join('');
}

/** Sum of squared distances, in pixels, of letters from where they stood if all were equally wide. */
function unevenness(
  letters: readonly ReadCharacter[],
  start: number,
  end: number,
  { from, to }: Extent,
): number {
  const pitch = (to - from) / (end - start);
  let cost = 0;
  for (let index = start; index < end; index++) {
    const expected = from + (index - start + 0.5) * pitch;
    cost += ((letters[index]?.place ?? 0) - expected) ** 2;
  }
  return cost;
}
