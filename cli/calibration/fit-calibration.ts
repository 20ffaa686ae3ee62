import * as v from 'valibot';
import { calibrationSchema, type Calibration } from '../../src/engine/calibration.ts';
import {
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
} from '../../src/engine/grid-features.ts';
import { fitChoice, type Choice } from './fit-choice.ts';

/** A grid whose right answer is known, scored. */
export interface ScoredGrid {
  readonly probabilities: readonly number[];
  readonly clarities: readonly (number | undefined)[];
  readonly isRight: readonly boolean[];
}

const RIDGE = 1e-4;

/** Digits that model.json keeps of a weight. */
const DIGITS = 6;

/** Fits the weights of `decide` to these grids; see there for what they mean. */
export function fitCalibration(grids: readonly ScoredGrid[], sureness: number): Calibration {
  const cut = fitChoice(grids.map(cutChoice), RIDGE).weights;
  const count = fitChoice(grids.map(countChoice), RIDGE).weights;
  return v.parse(calibrationSchema, {
    cut: named(cutFeatures, cut),
    disorder: named(disorderFeatures, cut.subarray(cutFeatures.length)),
    tile: named(tileFeatures, fitChoice(grids.flatMap(tileChoices), RIDGE).weights),
    count: named(countFeatures, count),
    sureness,
    secondLook: true,
  });
}

function named(names: readonly string[], weights: Float64Array): Record<string, number> {
  return Object.fromEntries(
    names.map((name, index) => [name, Number((weights[index] ?? 0).toPrecision(DIGITS))]),
  );
}

interface Ranked {
  /** Log-odds, highest first. */
  readonly sorted: readonly number[];
  readonly clarity: number;
  readonly rights: number;
  /** Whether every right tile stands above every wrong one. */
  readonly ordered: boolean;
}

function rank({ probabilities, clarities, isRight }: ScoredGrid): Ranked {
  const tiles = probabilities.map((probability, index) => ({
    odds: logOdds(probability),
    isRight: isRight[index] === true,
  }));
  const odds = (wanted: boolean) => tiles.filter((tile) => tile.isRight === wanted).map((tile) => tile.odds);
  const [right, wrong] = [odds(true), odds(false)];
  return {
    sorted: tiles.map((tile) => tile.odds).toSorted((a, b) => b - a),
    clarity: meanClarity(clarities),
    rights: right.length,
    ordered: Math.min(...right) > Math.max(...wrong),
  };
}

/** Cuts and disorder share one row of features, each with zeros in the other's part. */
function cutChoice(grid: ScoredGrid): Choice {
  const { sorted, clarity, rights, ordered } = rank(grid);
  const cuts = describeCuts(sorted, clarity).map((features) =>
    Float64Array.from([...cutFeatures.map((name) => features[name]), ...disorderFeatures.map(() => 0)]),
  );
  const features = describeDisorder(sorted, clarity);
  const disorder = [...cutFeatures.map(() => 0), ...disorderFeatures.map((name) => features[name])];
  return { candidates: [...cuts, Float64Array.from(disorder)], right: ordered ? rights : cuts.length };
}

/** Right by count against wrong, which is logistic regression. */
function countChoice(grid: ScoredGrid): Choice {
  const { sorted, clarity, rights, ordered } = rank(grid);
  const features = describeCount(sorted, rights, clarity);
  const row = Float64Array.from(countFeatures.map((name) => features[name]));
  return { candidates: [row, new Float64Array(row.length)], right: ordered ? 0 : 1 };
}

/** Right against wrong of each tile, in grids of which no cut is right. */
function tileChoices(grid: ScoredGrid): Choice[] {
  const { sorted, ordered } = rank(grid);
  if (ordered) return [];
  const summary = summarise(sorted);
  return grid.probabilities.map((probability, index) => {
    const features = describeTile(logOdds(probability), summary);
    const row = Float64Array.from(tileFeatures.map((name) => features[name]));
    return { candidates: [row, new Float64Array(row.length)], right: grid.isRight[index] === true ? 0 : 1 };
  });
}
