import { groupBy } from './group-by.ts';
import { calibrationError, reliability, type Bin } from './reliability.ts';
import { differences, isRight } from './differences.ts';
import type { Prediction } from './predict.ts';
import { riskCoverage, type CoveragePoint } from './risk-coverage.ts';

/** Shares, 0..1. */
export interface Accuracy {
  readonly grids: number;
  /** Tiles rightly chosen or rightly left. */
  readonly tileAccuracy: number;
  /** Grids of which every tile is right. */
  readonly gridAccuracy: number;
  /** The same when the decision knows how many tiles to choose. */
  readonly gridAccuracyWithCount: number;
}

/** What the decision did with its doubts. */
export interface Answered {
  /** Share of grids that were answered rather than left to the person. */
  readonly coverage: number;
  /** Share of those of which every tile is right; 1 where none was answered. */
  readonly rightAmongAnswered: number;
}

/** What `evaluate --json` prints. */
export interface Report extends Accuracy, Answered {
  readonly withCount: Answered;
  /** Expected calibration error of the tiles' chances over ten bins, words that the model knows. */
  readonly calibrationError: number;
  readonly reliability: readonly Bin[];
  /** Grids wholly right among the surest tenth, two tenths, … all. */
  readonly riskCoverage: readonly CoveragePoint[];
  readonly riskCoverageWithCount: readonly CoveragePoint[];
  /** Grids of which no tile is right, and how many of them were answered by clicking. */
  readonly empty: { readonly grids: number; readonly clicked: number };
  /** Grids that ask for a word the model does not know, and how many of them were answered. */
  readonly unknown: { readonly grids: number; readonly clicked: number };
  /** Different pictures decoded, resized and encoded in a second; 0 where none had to be. */
  readonly tilesPerSecond: number;
  readonly byText: Readonly<Record<string, Accuracy>>;
}

export function measure(predictions: readonly Prediction[], tilesPerSecond: number): Report {
  const byText = groupBy(predictions, ({ text }) => text);
  const known = predictions.filter((prediction) => prediction.known);
  const tiles = known.flatMap(({ chances, answer }) =>
    chances.map((chance, position) => ({ chance, isRight: answer.includes(position) })),
  );
  const bins = reliability(tiles);
  const plain = known.map((prediction) => ({
    confidence: prediction.confidence,
    isRight: isRight(prediction.answer, prediction.predicted),
  }));
  const counted = known.map((prediction) => ({
    confidence: prediction.confidenceWithCount,
    isRight: isRight(prediction.answer, prediction.predictedWithCount),
  }));
  return {
    ...accuracyOf(predictions),
    ...answeredOf(predictions.map((p) => ({ ...p, right: isRight(p.answer, p.predicted) }))),
    withCount: answeredOf(
      predictions.map((p) => ({
        answered: p.answeredWithCount,
        right: isRight(p.answer, p.predictedWithCount),
      })),
    ),
    calibrationError: calibrationError(bins),
    reliability: bins,
    riskCoverage: riskCoverage(plain),
    riskCoverageWithCount: riskCoverage(counted),
    empty: clickedOf(predictions.filter(({ answer }) => answer.length === 0)),
    unknown: clickedOf(predictions.filter((prediction) => !prediction.known)),
    tilesPerSecond,
    byText: Object.fromEntries([...byText].map(([text, same]) => [text, accuracyOf(same)])),
  };
}

function answeredOf(grids: readonly { readonly answered: boolean; readonly right: boolean }[]): Answered {
  const answered = grids.filter((grid) => grid.answered);
  const right = answered.filter((grid) => grid.right).length;
  return {
    coverage: answered.length / grids.length,
    rightAmongAnswered: answered.length === 0 ? 1 : right / answered.length,
  };
}

function clickedOf(predictions: readonly Prediction[]): { grids: number; clicked: number } {
  const clicked = predictions.filter(({ answered, predicted }) => answered && predicted.length > 0);
  return { grids: predictions.length, clicked: clicked.length };
}

function accuracyOf(predictions: readonly Prediction[]): Accuracy {
  let tiles = 0;
  let rightTiles = 0;
  let rightGrids = 0;
  let rightWithCount = 0;
  for (const { probabilities, answer, predicted, predictedWithCount } of predictions) {
    const wrong = differences(answer, predicted);
    tiles += probabilities.length;
    rightTiles += probabilities.length - wrong;
    if (wrong === 0) rightGrids++;
    if (isRight(answer, predictedWithCount)) rightWithCount++;
  }
  const grids = predictions.length;
  return {
    grids,
    tileAccuracy: rightTiles / tiles,
    gridAccuracy: rightGrids / grids,
    gridAccuracyWithCount: rightWithCount / grids,
  };
}
