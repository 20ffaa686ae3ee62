import { expect, test } from 'vitest';
import { measure } from './measure.ts';
import type { Prediction } from './predict.ts';

function prediction(
  text: string,
  answer: readonly number[],
  predicted: readonly number[],
  predictedWithCount: readonly number[],
  more: Partial<Prediction> = {},
): Prediction {
  return {
    line: 1,
    text,
    known: true,
    probabilities: [0, 0, 0, 0],
    chances: [0, 0, 0, 0],
    answer,
    predicted,
    answered: true,
    confidence: 0.5,
    predictedWithCount,
    answeredWithCount: true,
    confidenceWithCount: 0.5,
    ...more,
  };
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
  expect(report).toMatchObject({
    grids: 4,
    tileAccuracy: (4 + 2 + 3 + 3) / 16,
    gridAccuracy: 1 / 4,
    gridAccuracyWithCount: 3 / 4,
    tilesPerSecond: 12.5,
    empty: { grids: 1, clicked: 1 },
    byText: {
      狗: { grids: 2, tileAccuracy: 6 / 8, gridAccuracy: 1 / 2, gridAccuracyWithCount: 1 },
      船: { grids: 2, tileAccuracy: 6 / 8, gridAccuracy: 0, gridAccuracyWithCount: 1 / 2 },
    },
  });
});

test('what is left to the person is neither right nor wrong', () => {
  const report = measure(
    [
      prediction('狗', [0], [0], [0], { answeredWithCount: false }),
      prediction('狗', [0], [1], [0], { answered: false }),
      prediction('狗', [0], [1], [1]),
      prediction('狗', [0], [], [1], { answered: false, answeredWithCount: false }),
    ],
    1,
  );
  expect(report).toMatchObject({
    coverage: 2 / 4,
    rightAmongAnswered: 1 / 2,
    withCount: { coverage: 2 / 4, rightAmongAnswered: 1 / 2 },
  });
});

test('words that the model does not know count as left, and not towards its calibration', () => {
  const unknown = { known: false, answered: false, chances: [1, 1, 1, 1] };
  const report = measure(
    [
      prediction('狗', [0], [0], [0], { chances: [0.8, 0.2, 0, 0] }),
      prediction('楼梯', [0], [], [], unknown),
    ],
    1,
  );
  expect(report.unknown).toEqual({ grids: 1, clicked: 0 });
  expect(report.coverage).toBe(1 / 2);
  // 0.8 said and 1 found, 0.2 said and 0 found, two tiles said and found 0.
  expect(report.calibrationError).toBeCloseTo((0.2 + 0.2) / 4);
  expect(report.reliability.map(({ tiles }) => tiles)).toEqual([2, 1, 1]);
});

test('the surest grids come first', () => {
  const grids = [0.9, 0.2, 0.8, 0.3].map((confidence, index) =>
    prediction('狗', [0], index % 2 === 0 ? [0] : [1], [0], { confidence }),
  );
  const { riskCoverage } = measure(grids, 1);
  const at = (coverage: number) => riskCoverage.find((point) => point.coverage === coverage);
  expect(at(0.5)).toEqual({ coverage: 0.5, right: 1, confidence: 0.8 });
  expect(at(1)).toEqual({ coverage: 1, right: 0.5, confidence: 0.2 });
});
