import { expect, test } from 'vitest';
import type { TextReader } from '../ocr/text-reader.ts';
import type { Picture } from '../shared/picture.ts';
import { readLine } from './read-line.ts';
import { sharedTextReader } from './shared-text-reader.ts';

function fakeReader(): TextReader & { readonly seen: Picture[] } {
  const seen: Picture[] = [];
  return {
    seen,
    read: async (picture) => {
      seen.push(picture);
      return [{ text: '請選撰所有的貓', confidence: 1, box: { x: 0, y: 0, width: 1, height: 1 } }];
    },
    close: async () => undefined,
  };
}

test('a line is read with paper of its own colour around it, and mended', async () => {
  const reader = fakeReader();
  const rgba = Uint8Array.of(9, 8, 7, 255, 1, 1, 1, 255);
  expect(await readLine({ width: 2, height: 1, rgba }, reader)).toEqual(['請選擇所有的貓']);
  const [{ width, height, rgba: shown }] = [reader.seen[0]!];
  expect([width, height, shown.length]).toEqual([34, 33, 34 * 33 * 4]);
  expect([...shown.subarray(0, 4)]).toEqual([9, 8, 7, 255]);
  expect([...shown.subarray((16 * 34 + 17) * 4, (16 * 34 + 18) * 4)]).toEqual([1, 1, 1, 255]);
});

test.each([
  ['nothing', undefined],
  ['too few bytes', { width: 2, height: 2, rgba: new Uint8Array(4) }],
  ['no bytes', { width: 1, height: 1, rgba: [0, 0, 0, 0] }],
  ['a wall of text', { width: 2_000, height: 2_000, rgba: new Uint8Array(16_000_000) }],
])('%s is refused', async (_, image) => {
  await expect(readLine(image, fakeReader())).rejects.toThrow('readText: expected at most');
});

test('the models are opened by the first picture, once, and again where that failed', async () => {
  let opened = 0;
  const reader = sharedTextReader(async () => {
    opened += 1;
    if (opened === 1) throw new Error('no file');
    return fakeReader();
  });
  const picture = { width: 1, height: 1, rgba: new Uint8Array(4) };
  expect(opened).toBe(0);
  await expect(reader.read(picture)).rejects.toThrow('no file');
  await Promise.all([reader.read(picture), reader.read(picture)]);
  expect(opened).toBe(2);
});
