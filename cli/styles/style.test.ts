import { describe, expect, test } from 'vitest';
import type { RgbaImage } from '../../src/engine/prepare-images.ts';
import { seededRandom } from '../demo-pictures/seeded-random.ts';
import { applyStyle, parseStyle, parseStyles, STRESS, styleNames } from './style.ts';

const SIDE = 128;

/** A dark disc before a light gradient. */
function disc(): RgbaImage {
  const rgba = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const inside = Math.hypot(x - SIDE / 2, y - SIDE / 3) < SIDE / 4;
      rgba.set(inside ? [180, 40, 30] : [120 + x, 200, 90 + y], (y * SIDE + x) * 4);
    }
  }
  return { width: SIDE, height: SIDE, rgba };
}

/** Mean distance of a channel, 0..255. */
function distance(a: RgbaImage, b: RgbaImage): number {
  let sum = 0;
  for (let at = 0; at < a.rgba.length; at++) sum += Math.abs((a.rgba[at] ?? 0) - (b.rgba[at] ?? 0));
  return sum / a.rgba.length;
}

function rendered(style: string, seed = 1): Promise<RgbaImage> {
  return applyStyle(parseStyle(style), disc(), seededRandom(seed));
}

describe.each(styleNames.filter((name) => name !== 'small'))('%s', (name) => {
  test('changes the picture and keeps its size, more so at more strength', async () => {
    const plain = disc();
    const weak = await rendered(`${name}:0.5`);
    const strong = await rendered(`${name}:2`);
    expect([strong.width, strong.height, strong.rgba.length]).toEqual([SIDE, SIDE, SIDE * SIDE * 4]);
    // A mirror has no strength.
    expect(distance(plain, strong)).toBeGreaterThan(name === 'mirror' ? 1 : distance(plain, weak));
  });

  test('is the same for the same seed', async () => {
    expect(distance(await rendered(name, 5), await rendered(name, 5))).toBe(0);
  });
});

test('steps follow one another, and a small tile has 100 pixels a side', async () => {
  const { width, height } = await rendered('blur+small+jpeg');
  expect([width, height]).toEqual([100, 100]);
});

test('stress stands for all stressed styles', () => {
  expect(parseStyles('photographs,stress').map(({ name }) => name)).toEqual(['photographs', ...STRESS]);
});

test.each([
  ['sepia', /^--style: expected photographs, stress, watercolour, .* found "sepia"$/],
  ['blur:0', /^--style: expected a strength above 0 and up to 4, found "blur:0"$/],
  ['blur:', /strength/],
  ['blur:1:2', /found "blur:1:2"/],
  ['small+', /found ""/],
])('%s is refused by name', (written, message) => {
  expect(() => parseStyle(written)).toThrow(message);
});
