import { expect, test, vi } from 'vitest';
import { paint, paintGrid, type PaintedLook } from './painted.fixture.ts';
import type { Box } from '../shared/picture.ts';
import { segment } from './segment.ts';

const LEAST_IOU = 0.9;

/** The search takes a tenth of a second; a busy machine may take long. Milliseconds. */
const PATIENCE = 60_000;

vi.setConfig({ testTimeout: PATIENCE });

function iou(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared / (a.width * a.height + b.width * b.height - shared);
}

test.each<[string, PaintedLook]>([
  ['page-coloured gutters', {}],
  ['a dark page', { page: [20, 23, 28] }],
  ['magenta gutters', { gutter: [255, 0, 170] }],
  ['one-pixel lines', { gap: 1, gutter: [0, 0, 0] }],
  ['two-pixel lines', { gap: 2, gutter: [255, 255, 255] }],
  ['no gutters', { gap: 0 }],
  ['wide gutters', { gap: 28 }],
  ['rounded corners', { gap: 10, radius: 20 }],
  ['two rows of three', { rows: 2, columns: 3 }],
  ['three rows of two', { rows: 3, columns: 2 }],
  ['sixteen tiles', { rows: 4, columns: 4, tile: 100 }],
  ['twenty-five tiles', { rows: 5, columns: 5, tile: 84, gap: 3 }],
  ['a retina picture, shrunk before the search', { width: 1800, height: 1700, tile: 420, gap: 9 }],
])('finds tiles with %s', (_, look) => {
  const { picture, tiles } = paintGrid(look);
  const [grid] = segment(picture);
  expect(grid).toMatchObject({ rows: look.rows ?? 3, columns: look.columns ?? 3 });
  for (const [index, tile] of tiles.entries())
    expect(iou(tile, grid!.tiles[index]!)).toBeGreaterThan(LEAST_IOU);
});

test('finds two grids of one picture', () => {
  const { picture } = paintGrid({ rows: 2, columns: 2, height: 700 });
  const other = paintGrid({ rows: 2, columns: 3, tile: 80, height: 700 });
  const middle = 350 * picture.width * 4;
  const both = { ...picture, rgba: picture.rgba.slice() };
  both.rgba.set(other.picture.rgba.subarray(0, picture.rgba.length - middle), middle);
  expect(segment(both).map(({ rows, columns }) => [rows, columns])).toEqual(
    expect.arrayContaining([
      [2, 2],
      [2, 3],
    ]),
  );
});

function noise(width: number, height: number) {
  let state = 7;
  return paint(width, height, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return [state >> 16, state >> 8, state >> 4];
  });
}

test.each([
  ['one pixel', paint(1, 1, () => [0, 0, 0])],
  ['one colour', paint(900, 700, () => [200, 200, 200])],
  ['noise', noise(900, 700)],
  ['stripes', paint(900, 700, (x) => (Math.floor(x / 37) % 2 === 0 ? [0, 0, 0] : [255, 255, 255]))],
  [
    'a chess board',
    paint(900, 900, (x, y) =>
      (Math.floor(x / 90) + Math.floor(y / 90)) % 2 === 0 ? [90, 60, 20] : [240, 220, 180],
    ),
  ],
  ['a very wide picture', noise(20_000, 60)],
  ['a very tall picture', noise(60, 20_000)],
])('finds no grid in %s', (_, picture) => expect(segment(picture)).toEqual([]));
