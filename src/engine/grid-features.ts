/**
 * What a calibrated decision looks at. All numbers are of one grid's log-odds, sorted from the highest down; a cut
 * after place k chooses the first k tiles.
 */

/** Log-odds beyond this say no more than that a runtime has rounded. */
const FARTHEST = 12;
/** Stands above the first and below the last tile, where there is nothing to compare with. */
const BEYOND = 8;
/** Log-odds up to which a step is a doubt; what lies beyond is plain. */
const SHORT = 3;
/** Keeps the spread of a grid whose tiles are all alike from blowing up what is divided by it. */
const LEAST_SPREAD = 0.5;

/** Weighed by a number each in model.json. `in` is the last tile chosen, `out` the first one left. */
export const cutFeatures = [
  'sum',
  'sumClear',
  'inDoubtful',
  'inDoubtfulClear',
  'outDoubtful',
  'outDoubtfulClear',
  'inToMean',
  'outToHighest',
  'gapToRange',
  'widest',
  'none',
  'noneMean',
  'noneHighest',
  'noneClear',
  'noneClearHighest',
  'beyondFour',
  'overHalf',
] as const;

/** Of the case that no cut is right, since a wrong tile stands above a right one. */
export const disorderFeatures = [
  'always',
  'mean',
  'highest',
  'highestDoubtful',
  'clear',
  'clearHighest',
] as const;

/** Of a tile where no cut is right. */
export const tileFeatures = ['always', 'odds', 'mean'] as const;

/** Of the cut that the question's own count makes. */
export const countFeatures = ['always', 'gap', 'shortGap', 'in', 'out', 'mean', 'highest', 'clear'] as const;

export type CutFeature = (typeof cutFeatures)[number];
export type DisorderFeature = (typeof disorderFeatures)[number];
export type TileFeature = (typeof tileFeatures)[number];
export type CountFeature = (typeof countFeatures)[number];

export function logOdds(probability: number): number {
  const odds = Math.log(probability) - Math.log1p(-probability);
  return Math.max(-FARTHEST, Math.min(FARTHEST, odds));
}

export function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** Mean log-odds over the tiles of which it is known; 0 where it is of none. */
export function meanClarity(clarities: readonly (number | undefined)[] = []): number {
  const known = clarities.filter((clarity) => clarity !== undefined);
  return known.length === 0 ? 0 : known.reduce((sum, clarity) => sum + logOdds(clarity), 0) / known.length;
}

interface Summary {
  readonly mean: number;
  readonly spread: number;
  readonly highest: number;
}

export function summarise(sorted: readonly number[]): Summary {
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length;
  return { mean, spread: Math.sqrt(variance), highest: sorted[0] ?? -BEYOND };
}

/** One record a cut, from none to all tiles. */
export function describeCuts(sorted: readonly number[], clarity: number): Record<CutFeature, number>[] {
  const { mean, spread, highest } = summarise(sorted);
  const range = highest - (sorted.at(-1) ?? highest) + LEAST_SPREAD;
  const widest = Math.max(0, ...sorted.slice(1).map((odds, index) => (sorted[index] ?? odds) - odds));
  let sum = 0;
  return Array.from({ length: sorted.length + 1 }, (_, count) => {
    const [last, next] = [sorted[count - 1], sorted[count]];
    sum += last ?? 0;
    const inDoubtful = last === undefined ? 0 : Math.min(last, SHORT);
    const outDoubtful = next === undefined ? 0 : Math.max(next, -SHORT);
    const gap = last === undefined || next === undefined ? 0 : last - next;
    return {
      // What the choice would weigh if each tile stood for itself.
      sum,
      sumClear: sum * clarity,
      inDoubtful,
      inDoubtfulClear: inDoubtful * clarity,
      outDoubtful,
      outDoubtfulClear: outDoubtful * clarity,
      inToMean: last === undefined ? 0 : (last - mean) / (spread + LEAST_SPREAD),
      outToHighest: next === undefined ? 0 : next - highest,
      gapToRange: gap / range,
      widest: gap > 0 && gap === widest ? 1 : 0,
      none: count === 0 ? 1 : 0,
      noneMean: count === 0 ? mean : 0,
      noneHighest: count === 0 ? Math.max(highest, -SHORT) : 0,
      noneClear: count === 0 ? clarity : 0,
      noneClearHighest: count === 0 ? clarity * highest : 0,
      beyondFour: Math.max(0, count - 4) / sorted.length,
      overHalf: count > sorted.length / 2 ? 1 : 0,
    };
  });
}

export function describeDisorder(
  sorted: readonly number[],
  clarity: number,
): Record<DisorderFeature, number> {
  const { mean, highest } = summarise(sorted);
  return {
    always: 1,
    mean,
    highest,
    highestDoubtful: Math.min(highest, SHORT),
    clear: clarity,
    clearHighest: clarity * highest,
  };
}

export function describeTile(odds: number, { mean }: Pick<Summary, 'mean'>): Record<TileFeature, number> {
  return { always: 1, odds, mean };
}

/** `count` from 0 to the number of tiles. */
export function describeCount(
  sorted: readonly number[],
  count: number,
  clarity: number,
): Record<CountFeature, number> {
  const { mean, highest } = summarise(sorted);
  const last = sorted[count - 1] ?? BEYOND;
  const next = sorted[count] ?? -BEYOND;
  const gap = last - next;
  return {
    always: 1,
    gap,
    shortGap: Math.min(gap, SHORT),
    in: last,
    out: next,
    mean,
    highest,
    clear: clarity,
  };
}

/** The weighed sum of features that a model.json gives. */
export function weigh<Name extends string>(
  features: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
  names: readonly Name[],
): number {
  return names.reduce((sum, name) => sum + features[name] * weights[name], 0);
}
