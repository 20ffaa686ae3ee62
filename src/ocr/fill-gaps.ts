import type { Tensor } from '../engine/model-session.ts';
import { likeliestAt, type ReadCharacter } from './decode-ctc.ts';

const IDEOGRAPH = /\p{Script=Han}/u;

/** Between two ideographs more than this many pitches apart one is missing. */
const GAP = 1.6;

/** Fewer ideographs do not show their pitch. */
const FEWEST = 3;

/** Part of a pitch beside a character that belongs to it. */
const BESIDE = 0.6;

/** A guess less probable than this is none. */
const LEAST_PROBABILITY = 0.04;

/**
 * Puts back ideographs that the recogniser saw and was not sure of: ideographs stand one pitch apart, so a double
 * pitch is a character for which the blank won. That befalls traditional characters, most of which it knows only in
 * their simplified form. `extent` is where the line ends, a place as in ReadCharacter.
 */
export function fillGaps(
  read: readonly ReadCharacter[],
  extent: number,
  output: Tensor,
  line: number,
  characters: readonly string[],
): ReadCharacter[] {
  const pitch = medianPitch(read);
  if (pitch === undefined) return [...read];
  const likeliest = (from: number, to: number): ReadCharacter[] => {
    // Next to a character its own steps are the likeliest.
    const missing = likeliestAt(output, line, from + BESIDE * pitch, to - BESIDE * pitch, characters);
    const isRead = missing !== undefined && missing.probability >= LEAST_PROBABILITY;
    return isRead && IDEOGRAPH.test(missing.character) ? [missing] : [];
  };
  // Before the first and after the last there is a margin of about half a pitch less than between two.
  const places = [-pitch / 2, ...read.map(({ place }) => place), extent + pitch / 2];
  const isIdeograph = [true, ...read.map(({ character }) => IDEOGRAPH.test(character)), true];
  const filled: ReadCharacter[] = [];
  for (const [index, place] of places.entries()) {
    filled.push(...read.slice(Math.max(0, index - 1), index));
    const next = places[index + 1] ?? place;
    const between = isIdeograph[index] === true && isIdeograph[index + 1] === true;
    if (between && next - place >= GAP * pitch) filled.push(...likeliest(place, next));
  }
  return filled;
}

/** Median distance of neighbouring ideographs. */
function medianPitch(read: readonly ReadCharacter[]): number | undefined {
  const distances: number[] = [];
  for (const [index, { character, place }] of read.entries()) {
    const before = read[index - 1];
    if (before !== undefined && IDEOGRAPH.test(before.character) && IDEOGRAPH.test(character)) {
      distances.push(place - before.place);
    }
  }
  if (distances.length < FEWEST) return undefined;
  return distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 2)];
}
