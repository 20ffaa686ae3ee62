import { expect, test } from 'vitest';
import { measure } from './measure.ts';
import type { Prediction } from './predict.ts';

function prediction(
  text: string,
  answer: readonly number[],
  predicted: readonly number[],
  predictedWithCount: readonly number[],
): Prediction {
  return { line: 1, text, known: true, probabilities: [0, 0, 0, 0], answer, predicted, predictedWithCount };
}

test('counts tiles and whole grids, with and without the count, in all and by word', () => {
  const report = measure(
    [
      prediction('狗', [0, 1], [0, 1], [0, 1]),
      prediction('狗', [0, 1], [0, 2], [0, 1]),
      prediction('船', [], [3], []),
      prediction('船', [2], [], [0]),
    ],
    12.5,
  );
  expect(report).toEqual({
    grids: 4,
    tileAccuracy: (4 + 2 + 3 + 3) / 16,
    gridAccuracy: 1 / 4,
    gridAccuracyWithCount: 3 / 4,
    tilesPerSecond: 12.5,
    byText: {
      狗: { grids: 2, tileAccuracy: 6 / 8, gridAccuracy: 1 / 2, gridAccuracyWithCount: 1 },
      船: { grids: 2, tileAccuracy: 6 / 8, gridAccuracy: 0, gridAccuracyWithCount: 1 / 2 },
    },
  });
});
