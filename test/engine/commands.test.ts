import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PICTURES = join(process.cwd(), 'test/golden/pictures');

/** A process of its own starts, compiles and loads the model; milliseconds, on a machine that has other things to do. */
const SLOW = 60_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tilewise-commands-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/run.mjs', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function picture(name: string): string {
  return join(PICTURES, name);
}

test('score --json gives one object of the documented shape and nothing else', { timeout: SLOW }, () => {
  const files = [picture('colour.jpg'), picture('rgba.png'), picture('colour.jpg')];
  const { status, stdout } = run('score', '--json', '--text', '公交车', '--threshold', '0', ...files);
  expect(status).toBe(0);
  const { tiles, ...rest } = JSON.parse(stdout);
  expect(rest).toEqual({
    model: expect.stringMatching(/^cn-clip-lite /),
    runtime: 'onnxruntime-node cpu',
    text: '公交车',
    known: true,
    selected: [1, 2, 3],
  });
  expect(tiles.map(({ file }: { file: string }) => file)).toEqual(files);
  expect(tiles[0]).toEqual({
    file: files[0],
    probability: expect.any(Number),
    state: expect.stringMatching(/^(yes|unsure|no)$/),
  });
  expect(tiles[2].probability).toBe(tiles[0].probability);
});

test('score selects nothing for a word that the model does not know', { timeout: SLOW }, () => {
  const { status, stdout } = run(
    'score',
    '--json',
    '--text',
    '楼梯',
    '--threshold',
    '0',
    picture('colour.jpg'),
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ known: false, selected: [], tiles: [{ state: 'unsure' }] });
});

test.each<[string, readonly string[], number, RegExp]>([
  ['no text', ['score', 'a.jpg'], 2, /^--text: expected the thing to look for, found none$/m],
  ['no picture', ['score', '--text', '狗'], 2, /^expected at least one picture, found none$/m],
  [
    'a threshold of 2',
    ['score', '--text', '狗', '--threshold', '2', 'a.jpg'],
    2,
    /^--threshold: expected a number from 0 to 1, found "2"$/m,
  ],
  ['no grids', ['evaluate'], 2, /^expected one file of grids, found 0$/m],
  [
    'a missing model',
    ['score', '--text', '狗', '--model', 'nowhere', 'a.jpg'],
    1,
    /nowhere\/model\.json: expected a model file, found none/,
  ],
])('%s ends with a message on stderr and nothing on stdout', { timeout: SLOW }, (_, args, code, message) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: code, stdout: '' });
  expect(stderr).toMatch(message);
});

test('--help shows examples', { timeout: SLOW }, () => {
  const { status, stdout } = run('evaluate', '--help');
  expect(status).toBe(0);
  expect(stdout).toContain('npm run -s evaluate -- grids.jsonl');
});

test('evaluate measures, and writes what it predicted', { timeout: SLOW }, () => {
  const grids = join(folder, 'grids.jsonl');
  const out = join(folder, 'predictions.jsonl');
  const tiles = [picture('colour.jpg'), picture('grey.png')];
  const lines = [
    { text: '公交车', tiles, answer: [0, 1] },
    { text: '公交车', tiles, answer: [], count: 1 },
  ];
  writeFileSync(grids, lines.map((line) => JSON.stringify(line)).join('\n'));
  const { status, stdout } = run('evaluate', '--json', '--threshold', '0', '--out', out, grids);
  expect(status).toBe(0);
  const half = { grids: 2, tileAccuracy: 0.5, gridAccuracy: 0.5, gridAccuracyWithCount: 0.5 };
  expect(JSON.parse(stdout)).toMatchObject({
    ...half,
    tilesPerSecond: expect.any(Number),
    byText: { 公交车: half },
  });
  const predictions = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(predictions).toMatchObject([
    { line: 1, text: '公交车', known: true, answer: [0, 1], predicted: [0, 1], predictedWithCount: [0, 1] },
    { line: 2, answer: [], predicted: [0, 1], predictedWithCount: [expect.any(Number)] },
  ]);
});

test('evaluate names file, line and what is wrong', { timeout: SLOW }, () => {
  const grids = join(folder, 'wrong.jsonl');
  writeFileSync(grids, `\n${JSON.stringify({ text: '狗', tiles: [picture('grey.png')], answer: [1] })}`);
  const { status, stderr } = run('evaluate', grids);
  expect(status).toBe(1);
  expect(stderr.trim()).toBe(`${grids}:2: answer: expected positions from 0 to 0, found 1`);
});
