import type { Outcome, TileState } from '../shared/protocol.ts';

/** A tile from `unsureAbove` up to `unsureBelow` is unsure; `threshold` lies between the two. */
export interface DecisionRule {
  readonly threshold: number;
  readonly unsureAbove: number;
  readonly unsureBelow: number;
}

export interface GridScores {
  /** Reading order, each 0..1. */
  readonly probabilities: readonly number[];
  /** False when the model does not know the word asked for. */
  readonly known: boolean;
  /** How many tiles are asked for, where the question says so. */
  readonly count?: number | undefined;
}

export interface Decision {
  /** `unsure` and `unknown-word` are left to the person; only `some` may be clicked. */
  readonly outcome: Outcome;
  /** One a tile. */
  readonly states: readonly TileState[];
  /** Positions from 1, ascending: the plain answer by threshold or count, also when unsure. None for an unknown word. */
  readonly selected: readonly number[];
}

/** A known count decides only between tiles whose probabilities differ by at least this much. */
const LEAST_GAP = 0.02;

/**
 * Decides a grid. Without a count every tile from the threshold on is chosen. A possible count chooses that many of
 * the most probable tiles (the earlier of equals); one that cannot be (negative, broken, more than tiles) was misread,
 * so the threshold decides and the grid is unsure.
 */
export function decide({ probabilities, known, count }: GridScores, rule: DecisionRule): Decision {
  if (!known) return { outcome: 'unknown-word', states: probabilities.map(() => 'unsure'), selected: [] };
  if (count === undefined) return decideByThreshold(probabilities, rule);
  const possible = Number.isInteger(count) && count >= 0 && count <= probabilities.length;
  if (!possible) return { ...decideByThreshold(probabilities, rule), outcome: 'unsure' };
  return decideByCount(probabilities, count, rule);
}

/** The model's rule around the person's own threshold: the bands below and above keep their share of the room. */
export function ruleAround(threshold: number, model: DecisionRule): DecisionRule {
  const below = model.threshold > 0 ? model.unsureAbove / model.threshold : 1;
  const above = model.threshold < 1 ? (1 - model.unsureBelow) / (1 - model.threshold) : 1;
  return { threshold, unsureAbove: threshold * below, unsureBelow: 1 - (1 - threshold) * above };
}

function decideByThreshold(probabilities: readonly number[], rule: DecisionRule): Decision {
  const states = probabilities.map((probability): TileState => {
    if (probability < rule.unsureAbove) return 'no';
    return probability >= rule.unsureBelow ? 'yes' : 'unsure';
  });
  return decision(
    states,
    probabilities.map((probability) => probability >= rule.threshold),
  );
}

function decideByCount(probabilities: readonly number[], count: number, rule: DecisionRule): Decision {
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
  return decision(
    states,
    probabilities.map((_, index) => chosen.has(index)),
  );
}

function decision(states: readonly TileState[], chosen: readonly boolean[]): Decision {
  const selected = chosen.flatMap((isChosen, index) => (isChosen ? [index + 1] : []));
  const unsure = states.includes('unsure');
  return { outcome: unsure ? 'unsure' : selected.length > 0 ? 'some' : 'none', states, selected };
}
