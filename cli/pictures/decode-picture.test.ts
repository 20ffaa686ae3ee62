import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import golden from '../../test/golden/decode.json' with { type: 'json' };
import { decodePicture } from './decode-picture.ts';

const PICTURES = 'test/golden/pictures/';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilewise-decode-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each(golden.cases)(
  '$file ($mode) is read as Pillow reads it',
  async ({ file, width, height, sha256 }) => {
    const image = await decodePicture(PICTURES + file);
    expect([image.width, image.height]).toEqual([width, height]);
    const rgb = image.rgba.filter((_, index) => index % 4 !== 3);
    expect(createHash('sha256').update(rgb).digest('hex')).toBe(sha256);
  },
);

test('a cut file is an error that names it, not a half picture', async () => {
  const whole = await readFile(`${PICTURES}colour.jpg`);
  const cut = join(folder, 'cut.jpg');
  await writeFile(cut, whole.subarray(0, whole.length / 2));
  await expect(decodePicture(cut)).rejects.toThrow(`${cut}: expected a whole picture`);
});

test.each([
  ['an empty file', ''],
  ['a text', 'not a picture'],
])('%s is an error that names it', async (_, content) => {
  const file = join(folder, 'x.png');
  await writeFile(file, content);
  await expect(decodePicture(file)).rejects.toThrow(`${file}: expected a whole picture`);
});

test('a missing file is told by name', async () => {
  await expect(decodePicture('nowhere/a.jpg')).rejects.toThrow('nowhere/a.jpg: expected a whole picture');
});
