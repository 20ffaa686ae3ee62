import { expect, test } from 'vitest';
import type { TileImage } from '../../shared/protocol.ts';
import { fingerprintOf, isSamePicture } from './fingerprint.ts';

type Colour = (x: number, y: number) => number;

function tile(size: number, colour: Colour): TileImage {
  const rgba = Uint8ClampedArray.from({ length: size * size * 4 }, (_, index) => {
    const pixel = Math.floor(index / 4);
    return index % 4 === 3 ? 255 : colour((pixel % size) / size, Math.floor(pixel / size) / size);
  });
  return { width: size, height: size, rgba };
}

const waves: Colour = (x, y) => 128 + 100 * Math.sin(9 * x) * Math.cos(5 * y);
const stripes: Colour = (x, y) => 128 + 100 * Math.sin(25 * (x + y));
const same = (a: TileImage, b: TileImage) => isSamePicture(fingerprintOf(a), fingerprintOf(b));

test('a picture is the same at another size, darkened, framed or with a mark in its corner', () => {
  const original = tile(120, waves);
  expect(same(original, tile(77, waves))).toBe(true);
  expect(
    same(
      original,
      tile(120, (x, y) => waves(x, y) * 0.5 + 20),
    ),
  ).toBe(true);
  expect(
    same(
      original,
      tile(120, (x, y) => (Math.min(x, y, 1 - x, 1 - y) < 0.04 ? 0 : waves(x, y))),
    ),
  ).toBe(true);
  expect(
    same(
      original,
      tile(120, (x, y) => (x > 0.75 && y < 0.25 ? 255 : waves(x, y))),
    ),
  ).toBe(true);
});

test('another picture is another one', () => {
  expect(same(tile(120, waves), tile(120, stripes))).toBe(false);
  expect(
    same(
      tile(120, waves),
      tile(120, (x, y) => waves(y, 1 - x)),
    ),
  ).toBe(false);
  expect(
    same(
      tile(120, waves),
      tile(120, () => 90),
    ),
  ).toBe(false);
});

test('tiles of one colour are told apart by it', () => {
  const white = tile(50, () => 255);
  expect(
    same(
      white,
      tile(80, () => 250),
    ),
  ).toBe(true);
  expect(
    same(
      white,
      tile(80, () => 30),
    ),
  ).toBe(false);
  expect(same(white, tile(80, waves))).toBe(false);
});
