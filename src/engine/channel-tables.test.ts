import { expect, test } from 'vitest';
import { normalisingTables, plainTables, TABLE_ZERO } from './channel-tables.ts';
import { createPreparer, type RgbaImage } from './prepare-images.ts';

const mean = [0.48145466, 0.4578275, 0.40821073] as const;
const std = [0.26862954, 0.26130258, 0.27577711] as const;

/** One colour all over, with an alpha that must not matter. */
function plain(red: number, green: number, blue: number): RgbaImage {
  const rgba = Uint8Array.from({ length: 5 * 3 * 4 }, (_, index) => [red, green, blue, 7][index % 4]!);
  return { width: 5, height: 3, rgba };
}

test('each channel is normalised with its own mean and deviation, in its own plane', () => {
  const size = 8;
  const { data, dims } = createPreparer(
    size,
    normalisingTables(mean, std),
  )([plain(255, 128, 0), plain(0, 0, 255)]);
  expect(dims).toEqual([2, 3, size, size]);
  const planes = Array.from({ length: 6 }, (_, plane) => [...data.subarray(plane * 64, (plane + 1) * 64)]);
  const expected = [255, 128, 0, 0, 0, 255].map((value, plane) => {
    const channel = plane % 3;
    return (value / 255 - mean[channel]!) / std[channel]!;
  });
  planes.forEach((plane, index) => {
    for (const value of plane) expect(value).toBeCloseTo(expected[index]!, 6);
  });
});

test('what bicubic overshoots is clipped to 0..255', () => {
  const [red] = plainTables();
  expect([-40, -1, 0, 127, 255, 256, 300].map((value) => red[value + TABLE_ZERO])).toEqual([
    0, 0, 0, 127, 255, 255, 255,
  ]);
});
