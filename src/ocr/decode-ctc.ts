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
export function decodeCtc({ data, dims }: Tensor, characters: readonly string[]): ReadCharacter[][] {
  const [lines = 0, steps = 0, classes = 0] = dims;
  return Array.from({ length: lines }, (_, line) => {
    const read: ReadCharacter[] = [];
    for (let step = 0; step < steps;) {
      const first = step;
      const best = mostProbable(data, line * steps + step, classes);
      const probability = data[(line * steps + step) * classes + best] ?? 0;
      do step++;
      while (step < steps && mostProbable(data, line * steps + step, classes) === best);
      if (best === BLANK) continue;
      read.push({ character: characters[best - 1] ?? ' ', probability, place: (first + step) / 2 / steps });
    }
    return read;
  });
}

function mostProbable(data: Float32Array, row: number, classes: number): number {
  const start = row * classes;
  let best = 0;
  for (let index = 1; index < classes; index++) {
    if ((data[start + index] ?? 0) > (data[start + best] ?? 0)) best = index;
  }
  return best;
}

/** Characters of a key file, one a line. */
export function parseCharacters(keys: string): string[] {
  return keys.replace(/\r?\n$/, '').split(/\r?\n/);
}
