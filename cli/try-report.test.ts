import { expect, test } from 'vitest';
import { tryReport } from './try-report.ts';

const URL = 'http://127.0.0.1:8080/page.html';

test('a page without a grid has null for it and empty lists', () => {
  expect(tryReport(URL, undefined, { x: 0, y: 0 })).toEqual({
    url: URL,
    question: null,
    text: null,
    grid: null,
    tiles: [],
    selected: [],
    clicked: [],
    outcome: 'idle',
    message: null,
    backend: null,
    times: null,
  });
});

test('each tile has its box on the page, its probability and its state', () => {
  const report = tryReport(
    URL,
    {
      phase: 'clicked',
      question: '请选择所有的公交车',
      text: '公交车',
      rows: 1,
      columns: 2,
      boxes: [
        { x: 10, y: 20, width: 100, height: 90 },
        { x: 120, y: 20, width: 100, height: 90 },
      ],
      tiles: [
        { probability: 0.98, state: 'yes' },
        { probability: 0.01, state: 'no' },
      ],
      selected: [1],
      clicked: [1],
    },
    { x: 5, y: 300 },
  );
  expect(report).toMatchObject({
    grid: { rows: 1, columns: 2 },
    tiles: [
      { box: { x: 15, y: 320, width: 100, height: 90 }, probability: 0.98, state: 'yes' },
      { box: { x: 125, y: 320, width: 100, height: 90 }, probability: 0.01, state: 'no' },
    ],
    selected: [1],
    clicked: [1],
    outcome: 'clicked',
  });
});

test('a grid that was found but not scored has boxes without probabilities', () => {
  const boxes = [{ x: 0, y: 0, width: 9, height: 9 }];
  const report = tryReport(URL, { phase: 'left-alone', rows: 1, columns: 1, boxes }, { x: 0, y: 0 });
  expect(report.tiles).toEqual([{ box: boxes[0], probability: null, state: null }]);
});
