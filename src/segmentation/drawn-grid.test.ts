import { expect, test } from 'vitest';
import type { Picture } from '../shared/picture.ts';
import { findDrawnGrid } from './drawn-grid.ts';

type Pixel = (x: number, y: number) => number;

function picture(width: number, height: number, pixel: Pixel): Picture {
  const rgba = Uint8ClampedArray.from({ length: width * height * 4 }, (_, index) => {
    const at = Math.floor(index / 4);
    return index % 4 === 3 ? 255 : pixel(at % width, Math.floor(at / width));
  });
  return { width, height, rgba };
}

/** A soft picture of its own for each tile. */
function scene(tile: number, x: number, y: number): number {
  const level = 60 + ((tile * 83) % 130);
  return level + 40 * Math.sin((x + tile * 7) / 9) * Math.cos((y - tile * 5) / 11) + ((x * 7 + y * 13) % 11);
}

interface Layout {
  rows: number;
  columns: number;
  side: number;
  gap: number;
  margin: number;
  paper?: number;
}

function tiled({ rows, columns, side, gap, margin, paper = 255 }: Layout): Picture {
  const pitch = side + gap;
  const extent = (count: number) => count * side + (count - 1) * gap + 2 * margin;
  return picture(extent(columns), extent(rows), (x, y) => {
    const [column, row] = [Math.floor((x - margin) / pitch), Math.floor((y - margin) / pitch)];
    const [inX, inY] = [(x - margin) % pitch, (y - margin) % pitch];
    const isTile = x >= margin && y >= margin && inX < side && inY < side && column < columns && row < rows;
    return isTile ? scene(row * columns + column, inX, inY) : paper;
  });
}

test.each<Layout>([
  { rows: 3, columns: 3, side: 96, gap: 2, margin: 0 },
  { rows: 2, columns: 3, side: 90, gap: 12, margin: 14, paper: 40 },
  { rows: 4, columns: 4, side: 70, gap: 4, margin: 4 },
  { rows: 3, columns: 3, side: 100, gap: 0, margin: 0 },
  { rows: 2, columns: 4, side: 80, gap: 0, margin: 0 },
])('$rows×$columns tiles of $side px, $gap px apart', (layout) => {
  const { rows, columns, side, gap, margin } = layout;
  const place = (index: number) => margin + index * (side + gap);
  const tiles = Array.from({ length: rows * columns }, (_, index) => ({
    x: place(index % columns),
    y: place(Math.floor(index / columns)),
    width: side,
    height: side,
  }));
  expect(findDrawnGrid(tiled(layout))).toEqual({ rows, columns, tiles });
});

test('one picture, an empty one and a list of one row are no lattice', () => {
  expect(findDrawnGrid(picture(300, 300, (x, y) => scene(3, x, y)))).toBeUndefined();
  expect(findDrawnGrid(picture(300, 300, () => 255))).toBeUndefined();
  expect(findDrawnGrid(tiled({ rows: 1, columns: 4, side: 90, gap: 6, margin: 6 }))).toBeUndefined();
  expect(findDrawnGrid(picture(1, 1, () => 0))).toBeUndefined();
});

test('a picture with a horizon and a pole is one picture', () => {
  const view = picture(320, 320, (x, y) =>
    x > 150 && x < 160 ? 30 : y < 130 ? 200 + (x % 5) : scene(5, x, y),
  );
  expect(findDrawnGrid(view)).toBeUndefined();
});
