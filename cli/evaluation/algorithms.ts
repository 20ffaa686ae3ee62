import { decide, type Decision, type DecisionRule, type GridScores } from '../../src/engine/decide.ts';
import { chanceOf, logOdds, summarise } from '../../src/engine/grid-features.ts';

/** A way to decide a grid from its scores, to be measured beside the others. */
export interface Algorithm {
  readonly name: string;
  /** Whether a grid that is unsure is looked at again. */
  readonly looksAgain: boolean;
  decide(scores: GridScores): Sure;
}

/** A decision with a number by which grids can be ordered from sure to unsure, 0..1. */
export type Sure = Decision & { readonly confidence: number };

/** The model's own decision first: calibrated where it has been fitted, else by its threshold. */
export function algorithmsOf(rule: DecisionRule): readonly [Algorithm, ...Algorithm[]] {
  const { calibration, ...plain } = rule;
  const threshold = {
    name: 'fixed threshold',
    looksAgain: false,
    decide: (scores: GridScores) => withConfidence(decide(scores, plain)),
  };
  const others = [
    { name: 'largest gap', looksAgain: false, decide: (scores: GridScores) => byLargestGap(scores, plain) },
    {
      name: 'standardised',
      looksAgain: false,
      decide: (scores: GridScores) => byStandardScore(scores, plain),
    },
  ];
  if (calibration === undefined) return [threshold, ...others];
  const calibrated = {
    name: 'calibrated',
    looksAgain: calibration.secondLook,
    decide: (scores: GridScores) => withConfidence(decide(scores, rule)),
  };
  return [calibrated, threshold, ...others];
}

/** By the least certain tile, where the decision itself does not say. */
function withConfidence(decision: Decision): Sure {
  const certainties = decision.chances.map((chance) => Math.max(chance, 1 - chance));
  return { ...decision, confidence: decision.confidence ?? Math.min(1, ...certainties) };
}

/** The tiles before the largest step down; a grid without a step of this size has none that stand out. */
const LEAST_STEP = 1;

function byLargestGap(scores: GridScores, rule: DecisionRule): Sure {
  const odds = scores.probabilities.map(logOdds);
  const sorted = odds.toSorted((a, b) => b - a);
  const steps = sorted.slice(1).map((value, index) => (sorted[index] ?? value) - value);
  const step = Math.max(0, ...steps);
  const lowest = sorted[steps.indexOf(step)] ?? Infinity;
  return compare(
    scores,
    rule,
    odds.map((value) => (step < LEAST_STEP ? -1 : value - lowest + step / 2)),
  );
}

/** Grids of tiles that are all alike have no deviation to divide by. */
const LEAST_DEVIATION = 0.5;
/** Deviations above the mean of the grid from which a tile stands out. */
const OUTSTANDING = 0.5;
const STEEPNESS = 4;

function byStandardScore(scores: GridScores, rule: DecisionRule): Sure {
  const odds = scores.probabilities.map(logOdds);
  const { mean, spread } = summarise(odds);
  const width = Math.max(LEAST_DEVIATION, spread);
  return compare(
    scores,
    rule,
    odds.map((value) => STEEPNESS * ((value - mean) / width - OUTSTANDING)),
  );
}

/** Decides by other log-odds than the model's. */
function compare(scores: GridScores, rule: DecisionRule, odds: readonly number[]): Sure {
  return withConfidence(decide({ ...scores, probabilities: odds.map(chanceOf) }, rule));
}
