import type { TaughtTile } from '../../shared/learning.ts';

/** What the person says of tiles against what was suggested, by place from 0, in the order of their saying. */
export type Corrections = ReadonlyMap<number, boolean>;

export const NO_CORRECTIONS: Corrections = new Map();

/** The places that fit, as corrected; ascending where anything was, else in the order of the suggestion. */
export function corrected(suggested: readonly number[], corrections: Corrections): readonly number[] {
  if (corrections.size === 0) return suggested;
  const left = suggested.filter((index) => corrections.get(index) !== false);
  const added = [...corrections].flatMap(([index, fits]) => (fits ? [index] : []));
  return [...new Set([...left, ...added])].toSorted((a, b) => a - b);
}

/** Says the opposite of a tile; saying it twice takes it back. */
export function toggled(suggested: readonly number[], corrections: Corrections, index: number): Corrections {
  const next = new Map(corrections);
  if (!next.delete(index)) next.set(index, !suggested.includes(index));
  return next;
}

export function without(corrections: Corrections, indices: readonly number[]): Corrections {
  return new Map([...corrections].filter(([index]) => !indices.includes(index)));
}

/**
 * What is said of the other tiles by accepting a grid that was corrected. A grid that nothing was corrected in says
 * nothing: the person may not have looked, and the model would only learn what it thinks already.
 */
export function confirmed(
  suggested: readonly number[],
  corrections: Corrections,
  tiles: number,
): TaughtTile[] {
  if (corrections.size === 0) return [];
  return Array.from({ length: tiles }, (_, slot) => slot)
    .filter((slot) => !corrections.has(slot))
    .map((slot) => ({ slot, isRight: suggested.includes(slot), source: 'confirmed' }));
}
