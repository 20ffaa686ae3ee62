import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measure } from '../measure.ts';
import type { Prediction } from '../predict.ts';
import type { LabelledGrid } from '../read-grids.ts';
import type { Run } from '../run-evaluation.ts';
import { confusionByWord } from './confusion.ts';
import { reportPage } from './page.ts';

let folder: string;
let tiles: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilewise-report-'));
  tiles = ['dog', 'cat', 'ship', 'sky'].map((name) => join(folder, `${name}.png`));
  for (const tile of tiles) {
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#28c' } }).toFile(tile);
  }
});
afterAll(() => rm(folder, { recursive: true }));

function grid(line: number, text: string, ...answer: readonly number[]): LabelledGrid {
  return { line, text, tiles, answer: new Set(answer), count: answer.length };
}

function prediction({ line, text, answer }: LabelledGrid, ...predicted: readonly number[]): Prediction {
  return {
    line,
    text,
    known: true,
    probabilities: [0.9, 0.8, 0.1, 0],
    chances: [0.9, 0.8, 0.1, 0],
    answer: [...answer],
    predicted,
    answered: true,
    confidence: 0.9,
    predictedWithCount: [...answer],
    answeredWithCount: true,
    confidenceWithCount: 0.9,
  };
}

function evaluated() {
  const grids = [grid(1, '<狗>', 0), grid(2, '动物', 0, 1), grid(3, '猫', 1)];
  const [dog, animal, cat] = grids;
  const predictions = [prediction(dog!, 0, 1), prediction(animal!, 0, 3), prediction(cat!, 1)];
  const run = (style: string, algorithm: string): Run => ({
    model: 'cn-clip-lite 1',
    style,
    algorithm,
    report: measure(predictions, 1),
    predictions,
  });
  return { grids, predictions, runs: [run('photographs', 'calibrated'), run('photographs', 'largest gap')] };
}

test('the page needs no script, no other file, and lets no text become markup', async () => {
  const { grids, runs } = evaluated();
  const page = await reportPage(runs, grids);
  expect(page).not.toMatch(/<script|<link|\bon\w+=|url\(|http/);
  expect(page).not.toContain('<狗>');
  expect(page).toContain('&lt;狗&gt;');
  for (const [, source] of page.matchAll(/src="([^"]*)"/g))
    expect(source).toMatch(/^data:image\/jpeg;base64,/);
});

test('it shows the numbers of --json, every way of deciding and each wrong grid with its tiles', async () => {
  const { grids, runs } = evaluated();
  const page = await reportPage(runs, grids);
  expect(page).toContain(runs[0]!.report.gridAccuracy.toFixed(3));
  expect(page.match(/<polyline/g)).toHaveLength(runs.length);
  expect(page).toContain('largest gap');
  // Two wrong grids of four tiles, for the first way of deciding.
  expect(page.match(/<img/g)).toHaveLength(8);
  expect(page.match(/<li class="missed"/g)).toHaveLength(1);
  expect(page.match(/<li class="taken"/g)).toHaveLength(2);
});

test('a wrongly chosen tile is told by the narrowest word that it is right for', () => {
  const { grids, predictions } = evaluated();
  expect(confusionByWord(grids, predictions)).toEqual([
    { text: '<狗>', grids: 1, wrongGrids: 1, missed: 0, taken: [{ shows: '猫', tiles: 1 }] },
    {
      text: '动物',
      grids: 1,
      wrongGrids: 1,
      missed: 1,
      taken: [{ shows: 'nothing that was asked for', tiles: 1 }],
    },
  ]);
});
