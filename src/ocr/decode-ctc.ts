import type { Tensor } from '../engine/model-session.ts';

/** A character with where in its line it was seen. */
export interface ReadCharacter {
  readonly character: string;
  /** 0..1 */
  readonly probability: number;
  /** Middle of the steps that read it, as a share of the line's input from its left edge. */
  readonly place: number;
}

/** The class that stands for "nothing new here". */
const BLANK = 0;

/**
 * Reads the most probable class at each step, `[lines, steps, classes]`: repeats are one character, blanks separate.
 * `characters` are the classes after the blank; the class after the last of them is a space.
 */
export function decodeCtc(output: Tensor, characters: readonly string[]): ReadCharacter[][] {
  const [lines = 0, steps = 0, classes = 0] = output.dims;
  return Array.from({ length: lines }, (_, line) => {
    const row = (step: number): number => (line * steps + step) * classes;
    const read: ReadCharacter[] = [];
    for (let step = 0; step < steps;) {
      const first = step;
      const best = mostProbable(output.data, row(step), classes, BLANK);
      do step++;
      while (step < steps && mostProbable(output.data, row(step), classes, BLANK) === best);
      if (best === BLANK) continue;
      const probability = output.data[row(first) + best] ?? 0;
      read.push({ character: characters[best - 1] ?? ' ', probability, place: (first + step) / 2 / steps });
    }
    return read;
  });
}

/** The character that is likeliest at a place if there is one at all, whatever the blank says. */
export function likeliestAt(
  { data, dims }: Tensor,
  line: number,
  from: number,
  to: number,
  characters: readonly string[],
): ReadCharacter | undefined {
  const [, steps = 0, classes = 0] = dims;
  let found: ReadCharacter | undefined;
  for (let step = Math.max(0, Math.ceil(from * steps)); step < Math.min(steps, to * steps); step++) {
    const row = (line * steps + step) * classes;
    const best = mostProbable(data, row, classes, BLANK + 1);
    const probability = data[row + best] ?? 0;
    if (probability <= (found?.probability ?? 0)) continue;
    found = { character: characters[best - 1] ?? ' ', probability, place: (step + 0.5) / steps };
  }
  return found;
}

/** The most probable class from `first` on. */
function mostProbable(data: Float32Array, row: number, classes: number, first: number): number {
  let best = first;
  for (let index = first + 1; index < classes; index++) {
    if ((data[row + index] ?? 0) > (data[row + best] ?? 0)) best = index;
  }
  return best;
}

/** Characters of a key file, one a line. */
export function parseCharacters(keys: string): string[] {
  return keys.replace(/\r?\n$/, '').split(/\r?\n/);
}
