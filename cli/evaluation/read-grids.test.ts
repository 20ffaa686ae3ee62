import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGrids } from './read-grids.ts';

let folder: string;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'tilewise-grids-')));
  await mkdir(join(folder, 'tiles'));
  await writeFile(join(folder, 'tiles', 'a.jpg'), '');
  await writeFile(join(folder, 'b.jpg'), '');
  await symlink('tiles/a.jpg', join(folder, 'same.jpg'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(...lines: readonly string[]) {
  const file = join(folder, 'grids.jsonl');
  await writeFile(file, lines.join('\n'));
  return readGrids(file);
}

test('paths are relative to the file, and two names of one picture are one', async () => {
  const [grid] = await read(
    '{"text":"狗","tiles":["tiles/a.jpg","b.jpg","same.jpg","./b.jpg"],"answer":[2,0]}',
  );
  expect(grid).toEqual({
    line: 1,
    text: '狗',
    tiles: ['tiles/a.jpg', 'b.jpg', 'tiles/a.jpg', 'b.jpg'].map((name) => join(folder, name)),
    answer: new Set([2, 0]),
    count: 2,
  });
});

test("the line's own count goes before the answer's length; empty lines are passed over", async () => {
  const grids = await read('', '{"text":"狗","tiles":["b.jpg"],"answer":[],"count":1}\r', '');
  expect(grids).toMatchObject([{ line: 2, count: 1 }]);
});

test.each<[string, string, string]>([
  ['what is no JSON', '{"text":"狗"', 'expected a JSON object'],
  ['a missing field', '{"text":"狗","tiles":["b.jpg"]}', 'answer: '],
  [
    'an empty text',
    '{"text":" ","tiles":["b.jpg"],"answer":[]}',
    'text: expected the thing asked for, found an empty text',
  ],
  ['no tiles', '{"text":"狗","tiles":[],"answer":[]}', 'tiles: expected at least one picture, found none'],
  [
    'a position outside',
    '{"text":"狗","tiles":["b.jpg"],"answer":[1]}',
    'answer: expected positions from 0 to 0, found 1',
  ],
  ['a position from 1', '{"text":"狗","tiles":["b.jpg"],"answer":[0.5]}', 'answer.0: expected '],
  [
    'a position twice',
    '{"text":"狗","tiles":["b.jpg","b.jpg"],"answer":[1,1]}',
    'answer: expected each position once, found 1 twice',
  ],
  [
    'a count above the tiles',
    '{"text":"狗","tiles":["b.jpg"],"answer":[0],"count":2}',
    'count: expected at most 1, found 2',
  ],
  ['a missing picture', '{"text":"狗","tiles":["c.jpg"],"answer":[0]}', 'expected a picture at '],
])('%s is told with file and line', async (_, line, message) => {
  const reading = read('{"text":"狗","tiles":["b.jpg"],"answer":[0]}', line);
  await expect(reading).rejects.toThrow(`${join(folder, 'grids.jsonl')}:2: ${message}`);
});

test('a file without grids is told', async () => {
  await expect(read('', ' ')).rejects.toThrow('expected a grid a line, found none');
});
