import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { plainTables } from '../../src/engine/channel-tables.ts';
import { createPreparer } from '../../src/engine/prepare-images.ts';
import golden from '../golden/resize.json' with { type: 'json' };
import { makePicture } from '../golden/picture.ts';

const { size, cases } = golden;
const prepare = createPreparer(size, plainTables());

/** The planar tensor as Pillow lays pixels out: red, green and blue of one pixel together. */
function interleaved(planar: Float32Array): Uint8Array {
  const plane = size * size;
  return Uint8Array.from(planar, (_, index) => planar[(index % 3) * plane + Math.floor(index / 3)]!);
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** `toEqual` takes seconds over a tensor. */
function sameBytes(a: Float32Array, b: Float32Array): boolean {
  return bytesOf(a).equals(bytesOf(b));
}

test('the golden file has pictures both smaller and larger than the square', () => {
  expect(cases.length).toBeGreaterThanOrEqual(20);
  expect(cases.some(({ width, height }) => width < size && height < size)).toBe(true);
  expect(cases.some(({ width, height }) => width > 2 * size && height > 2 * size)).toBe(true);
});

test.each(cases)('$width x $height $kind is equal to Pillow, every channel of every pixel', (picture) => {
  const rgb = interleaved(prepare([makePicture(picture)]).data);
  for (const { x, y, rgb: expected } of picture.samples) {
    const found = [...rgb.subarray((y * size + x) * 3, (y * size + x) * 3 + 3)];
    expect(found, `pixel ${x}, ${y}`).toEqual(expected);
  }
  expect(createHash('sha256').update(rgb).digest('hex')).toBe(picture.sha256);
});

test('a batch holds each picture as if it had come alone', () => {
  const pictures = cases.slice(4, 8).map(makePicture);
  const alone = pictures.map((picture) => prepare([picture]).data.slice());
  const together = prepare(pictures);
  expect(together.dims).toEqual([4, 3, size, size]);
  alone.forEach((expected, index) => {
    const length = expected.length;
    expect(sameBytes(together.data.subarray(index * length, (index + 1) * length), expected)).toBe(true);
  });
});

test('pixels that start in the middle of a buffer are read from there', () => {
  const picture = makePicture({ width: 9, height: 7, kind: 'noise', seed: 5 });
  const shifted = new Uint8Array(picture.rgba.length + 3);
  shifted.set(picture.rgba, 3);
  const expected = prepare([picture]).data.slice();
  expect(sameBytes(prepare([{ ...picture, rgba: shifted.subarray(3) }]).data, expected)).toBe(true);
});
