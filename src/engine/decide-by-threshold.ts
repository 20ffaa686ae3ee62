import type { TileState } from '../shared/protocol.ts';
import type { DecisionRule } from './decide.ts';

/** What one of the plain rules says of each tile, before the grid as a whole is named. */
interface PlainChoice {
  readonly states: readonly TileState[];
  readonly chosen: readonly boolean[];
}

/** A known count decides only between tiles whose probabilities differ by at least this much. */
const LEAST_GAP = 0.02;

/** Every tile from the threshold on. */
export function decideByThreshold(probabilities: readonly number[], rule: DecisionRule): PlainChoice {
  const states = probabilities.map((probability): TileState => {
    if (probability < rule.unsureAbove) return 'no';
    return probability >= rule.unsureBelow ? 'yes' : 'unsure';
  });
  return { states, chosen: probabilities.map((probability) => probability >= rule.threshold) };
}

/** The `count` most probable tiles, the earlier of equals. */
export function decideByCount(
  probabilities: readonly number[],
  count: number,
  rule: DecisionRule,
): PlainChoice {
  const ranked = probabilities
    .map((probability, index) => ({ probability, index }))
    .toSorted((a, b) => b.probability - a.probability || a.index - b.index);
  const last = ranked[count - 1]?.probability ?? 1;
  const next = ranked[count]?.probability ?? 0;
  const tied = last - next < LEAST_GAP;
  const chosen = new Set(ranked.slice(0, count).map(({ index }) => index));
  const states = probabilities.map((probability, index): TileState => {
    const atEdge = tied && (chosen.has(index) ? probability <= last : probability >= next);
    if (atEdge) return 'unsure';
    // The count outweighs a doubt, not the opposite certainty.
    if (chosen.has(index)) return probability < rule.unsureAbove ? 'unsure' : 'yes';
    return probability >= rule.unsureBelow ? 'unsure' : 'no';
  });
  return { states, chosen: probabilities.map((_, index) => chosen.has(index)) };
}
