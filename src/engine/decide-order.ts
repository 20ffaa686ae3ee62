import type { Outcome, TileState } from '../shared/protocol.ts';

export interface OrderScores {
  /** By tile: the probability of each thing, 0..1, in the order asked for. */
  readonly things: readonly (readonly number[])[];
  readonly known: boolean;
}

export interface OrderDecision {
  readonly outcome: Outcome;
  readonly states: readonly TileState[];
  /** Positions from 1 in the order asked for, also when unsure. None for an unknown word. */
  readonly selected: readonly number[];
  /** Chance that every thing has its tile, given that each is shown once; 0..1. */
  readonly confidence: number;
}

/** An order is clicked from this confidence on: on half a of the trial photographs 2 of 1,000 are wrong then. */
const SURE = 0.8;
/** A thing that its best tile shows less likely than this is on none of them. */
const LEAST = 0.1;
/** Keeps a probability of 0 or 1 from ruling everything else out. */
const EDGE = 1e-6;

interface Assigned {
  /** Product of the odds of what is assigned so far. */
  readonly weight: number;
  /** Tile of each thing so far, by the thing's place. */
  readonly tiles: ReadonlyMap<number, number>;
}

/**
 * Gives every thing a tile of its own, so that the whole is the likeliest. All assignments are weighed, each by the
 * product of its odds: the share of the best one is how sure it is. Time grows with 2 to the number of things.
 */
export function decideOrder({ things, known }: OrderScores): OrderDecision {
  const unsure = things.map((): TileState => 'unsure');
  const count = things[0]?.length ?? 0;
  if (!known) return { outcome: 'unknown-word', states: unsure, selected: [], confidence: 0 };
  if (count === 0 || count > things.length)
    return { outcome: 'unsure', states: unsure, selected: [], confidence: 0 };

  const all = 2 ** count - 1;
  let totals = new Map([[0, 1]]);
  let bests = new Map<number, Assigned>([[0, { weight: 1, tiles: new Map() }]]);
  for (const [tile, probabilities] of things.entries()) {
    // Each tile shows one of the things that are still without a tile, or none of them.
    const nextTotals = new Map(totals);
    const nextBests = new Map(bests);
    for (const [taken, total] of totals) {
      const best = bests.get(taken);
      for (const [thing, probability] of probabilities.entries()) {
        if ((taken & (1 << thing)) !== 0 || !best) continue;
        const odds = (probability + EDGE) / (1 - probability + EDGE);
        const now = taken | (1 << thing);
        nextTotals.set(now, (nextTotals.get(now) ?? 0) + total * odds);
        const weight = best.weight * odds;
        if (weight > (nextBests.get(now)?.weight ?? 0))
          nextBests.set(now, { weight, tiles: new Map([...best.tiles, [thing, tile]]) });
      }
    }
    totals = nextTotals;
    bests = nextBests;
  }

  const best = bests.get(all);
  const tiles = Array.from({ length: count }, (_, thing) => best?.tiles.get(thing) ?? 0);
  const confidence = (best?.weight ?? 0) / (totals.get(all) ?? 1);
  const shown = tiles.every((tile, thing) => (things[tile]?.[thing] ?? 0) >= LEAST);
  const isSure = confidence >= SURE && shown;
  const chosen = new Set(tiles);
  const states = things.map((_, tile): TileState => {
    if (!chosen.has(tile)) return 'no';
    return isSure ? 'yes' : 'unsure';
  });
  return { outcome: isSure ? 'some' : 'unsure', states, selected: tiles.map((tile) => tile + 1), confidence };
}
