import type { Prediction } from './predict.ts';

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

/** What `evaluate --json` prints. */
export interface Report extends Accuracy {
  /** Different pictures decoded, resized and encoded in a second. */
  readonly tilesPerSecond: number;
  readonly byText: Readonly<Record<string, Accuracy>>;
}

export function measure(predictions: readonly Prediction[], tilesPerSecond: number): Report {
  const byText = new Map<string, Prediction[]>();
  for (const prediction of predictions) {
    const same = byText.get(prediction.text);
    if (same) same.push(prediction);
    else byText.set(prediction.text, [prediction]);
  }
  return {
    ...accuracyOf(predictions),
    tilesPerSecond,
    byText: Object.fromEntries([...byText].map(([text, same]) => [text, accuracyOf(same)])),
  };
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
    if (differences(answer, predictedWithCount) === 0) rightWithCount++;
  }
  const grids = predictions.length;
  return {
    grids,
    tileAccuracy: rightTiles / tiles,
    gridAccuracy: rightGrids / grids,
    gridAccuracyWithCount: rightWithCount / grids,
  };
}

/** How many tiles are in one list and not in the other. */
function differences(answer: readonly number[], predicted: readonly number[]): number {
  const missed = answer.filter((position) => !predicted.includes(position));
  const tooMany = predicted.filter((position) => !answer.includes(position));
  return missed.length + tooMany.length;
}
