import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../cli/root.ts';
import { compose, openComposer, type Screenshot } from './compose.ts';
import { tuningLooks } from './looks-tuning.ts';
import { iou, LEAST_IOU } from './measure.ts';
import { tuningTemplates } from './templates-tuning.ts';

let folder: string;
let screenshot: Screenshot;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilewise-shot-'));
  const browser = await openComposer();
  screenshot = await compose(browser, tuningLooks[0]!, tuningTemplates);
  await browser.close();
  await writeFile(join(folder, 'page.png'), screenshot.png);
});
afterAll(() => rm(folder, { recursive: true }));

function shot(...args: readonly string[]) {
  const command = ['cli/run.mjs', 'shot', ...args];
  return spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
}

test('answers a screenshot as one JSON object and draws the answer over it', async () => {
  const out = join(folder, 'answered.png');
  const { status, stdout, stderr } = shot(join(folder, 'page.png'), '--json', '--out', out);
  expect([status, stderr]).toEqual([0, '']);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({
    question: '请选择所有的公交车',
    text: '公交车',
    grid: { rows: 3, columns: 3 },
  });
  expect(report.tiles).toHaveLength(9);
  for (const [index, { box, probability }] of report.tiles.entries()) {
    expect(iou(box, screenshot.truth.tiles[index]!)).toBeGreaterThan(LEAST_IOU);
    expect(probability).toBeGreaterThanOrEqual(0);
    expect(probability).toBeLessThanOrEqual(1);
  }
  const { width, height } = await sharp(out).metadata();
  expect([width, height]).toEqual([screenshot.look.viewport.width, screenshot.look.viewport.height]);
  const before = await sharp(screenshot.png).removeAlpha().raw().toBuffer();
  expect((await sharp(out).removeAlpha().raw().toBuffer()).equals(before)).toBe(false);
});

test.each<[string, () => Promise<Buffer>, RegExp]>([
  ['a text', () => Promise.resolve(Buffer.from('no picture')), /expected a whole picture/],
  ['a cut file', () => Promise.resolve(screenshot.png.subarray(0, 3000)), /expected a whole picture/],
  ['an empty page', () => blank(800, 600), /expected a grid of 2 to 5 rows and columns/],
  ['a picture of 20,000 pixels', () => blank(20_000, 40), /expected a grid of 2 to 5 rows and columns/],
  ['a picture too large to unpack', () => blank(20_000, 20_000), /expected a whole picture/],
  ['tiles without a question', () => tilesAlone(), /expected a question such as .* near the 3 × 3 tiles/],
])('%s ends with one clear message', async (_, make, message) => {
  const file = join(folder, 'bad.png');
  await writeFile(file, await make());
  const { status, stdout, stderr } = shot(file, '--json');
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(message)]);
  expect(status).toBe(1);
});

test('no picture at all is a wrong way to ask', () => {
  expect(shot('--json')).toMatchObject({ status: 2, stdout: '' });
});

function blank(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#fff' }, limitInputPixels: false })
    .png()
    .toBuffer();
}

function tilesAlone(): Promise<Buffer> {
  const tiles = screenshot.truth.tiles;
  const [first, last] = [tiles[0]!, tiles.at(-1)!];
  const margin = 4;
  return sharp(screenshot.png)
    .extract({
      left: Math.round(first.x) - margin,
      top: Math.round(first.y) - margin,
      width: Math.round(last.x + last.width - first.x) + 2 * margin,
      height: Math.round(last.y + last.height - first.y) + 2 * margin,
    })
    .png()
    .toBuffer();
}
