import type { TileState } from '../shared/protocol.ts';
import type { Calibration } from './calibration.ts';
import type { GridScores } from './decide.ts';
import {
  chanceOf,
  countFeatures,
  cutFeatures,
  describeCount,
  describeCuts,
  describeDisorder,
  describeTile,
  disorderFeatures,
  logOdds,
  meanClarity,
  summarise,
  tileFeatures,
  weigh,
} from './grid-features.ts';

/** What is known of a grid before any risk is weighed. */
export interface CalibratedGrid {
  /** How many of the most probable tiles are chosen. */
  readonly chosen: number;
  /** Chance that this choice is right, all tiles of it; 0..1. */
  readonly confidence: number;
  /** Chance of each tile being right, in reading order; 0..1. */
  readonly chances: readonly number[];
  /** Tiles from the most to the least probable, the earlier of equals first. */
  readonly ranked: readonly number[];
  /** Whether the choice parts tiles that are equally probable. */
  readonly tied: boolean;
}

/** Weighs every cut of the ranked tiles against the others and against none of them being right. */
export function calibrateGrid(
  { probabilities, clarities, count }: GridScores,
  { cut, disorder, tile, count: counted }: Calibration,
): CalibratedGrid {
  // A place without a picture says nothing of the others: it stands beside the least probable of them.
  const lowest = logOdds(Math.min(1, ...probabilities.filter((probability) => probability > 0)));
  const odds = probabilities.map((probability) => (probability > 0 ? logOdds(probability) : lowest));
  const ranked = odds.map((_, index) => index).toSorted((a, b) => (odds[b] ?? 0) - (odds[a] ?? 0) || a - b);
  const sorted = ranked.map((index) => odds[index] ?? 0);
  const clarity = meanClarity(clarities);
  const isTied = (chosen: number): boolean =>
    sorted[chosen] !== undefined && sorted[chosen - 1] === sorted[chosen];
  if (count !== undefined) {
    const confidence = chanceOf(weigh(describeCount(sorted, count, clarity), counted, countFeatures));
    const chances = chancesByCount(odds, ranked, count, confidence);
    return { chosen: count, confidence, chances, ranked, tied: isTied(count) };
  }
  const scores = describeCuts(sorted, clarity).map((features) => weigh(features, cut, cutFeatures));
  const shares = softmax([...scores, weigh(describeDisorder(sorted, clarity), disorder, disorderFeatures)]);
  const disordered = shares.pop() ?? 0;
  const chosen = shares.indexOf(Math.max(...shares));
  // A tile is right by every cut behind it, and by itself where no cut is right.
  const summary = summarise(sorted);
  const chances = odds.map(() => 0);
  let behind = 0;
  for (let place = ranked.length - 1; place >= 0; place--) {
    behind += shares[place + 1] ?? 0;
    const alone = chanceOf(weigh(describeTile(sorted[place] ?? 0, summary), tile, tileFeatures));
    chances[ranked[place] ?? 0] = behind + disordered * alone;
  }
  return { chosen, confidence: shares[chosen] ?? 0, chances, ranked, tied: isTied(chosen) };
}

/** The states of a grid that is answered, or left to the person with at least one tile to look at. */
export function statesOf(grid: CalibratedGrid, sureness: number, isAnswered: boolean): TileState[] {
  const { chosen, chances, ranked } = grid;
  const isChosen = new Set(ranked.slice(0, chosen));
  if (isAnswered) return chances.map((_, index) => (isChosen.has(index) ? 'yes' : 'no'));
  const states = chances.map((chance, index): TileState => {
    if (isChosen.has(index)) return chance >= sureness ? 'yes' : 'unsure';
    return chance <= 1 - sureness ? 'no' : 'unsure';
  });
  if (!states.includes('unsure')) states[leastCertain(chances)] = 'unsure';
  return states;
}

function leastCertain(chances: readonly number[]): number {
  const certainty = chances.map((chance) => Math.abs(chance - 0.5));
  return certainty.indexOf(Math.min(...certainty));
}

function softmax(scores: readonly number[]): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Halvings after which the shift below is found to far less than a thousandth. */
const HALVINGS = 24;
const WIDEST = 24;

/** By the choice where it is right; else by the tiles' own odds, shifted until they add up to the count. */
function chancesByCount(
  odds: readonly number[],
  ranked: readonly number[],
  count: number,
  confidence: number,
): number[] {
  const chosen = new Set(ranked.slice(0, count));
  let [low, high] = [-WIDEST, WIDEST];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    const expected = odds.reduce((sum, value) => sum + chanceOf(value + middle), 0);
    if (expected < count) low = middle;
    else high = middle;
  }
  return odds.map(
    (value, index) => confidence * (chosen.has(index) ? 1 : 0) + (1 - confidence) * chanceOf(value + low),
  );
}
