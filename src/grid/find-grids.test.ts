// oxlint-disable oxc/no-map-spread -- a box a line, and speed does not matter here
import { describe, expect, test } from 'vitest';
import type { Box, BoxKind } from './box.ts';
import { findGrids } from './find-grids.ts';
import { uprightShape, type Shape } from './shape.ts';

interface Layout {
  rows: number;
  columns: number;
  size?: number;
  height?: number;
  gap?: number;
  left?: number;
  top?: number;
  kind?: BoxKind;
  first?: number;
}

function grid(layout: Layout): Box[] {
  const { rows, columns, size = 100, height = size, gap = 4, left = 50, top = 80 } = layout;
  return Array.from({ length: rows * columns }, (_, index) => ({
    id: (layout.first ?? 0) + index,
    kind: layout.kind ?? 'image',
    shape: uprightShape(
      left + (index % columns) * (size + gap),
      top + Math.floor(index / columns) * (height + gap),
      size,
      height,
    ),
  }));
}

function turned(box: Box, degrees: number, mirrored = false): Box {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const turn = ({ x, y }: { x: number; y: number }) => {
    const flipped = mirrored ? -x : x;
    return { x: cos * flipped - sin * y, y: sin * flipped + cos * y };
  };
  const { centre, across, down } = box.shape;
  return { ...box, shape: { centre: turn(centre), across: turn(across), down: turn(down) } };
}

function shuffled<T>(list: readonly T[]): T[] {
  let seed = 7;
  return list
    .map((item) => ({ item, key: (seed = (seed * 16_807) % 2_147_483_647) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const ids = (boxes: readonly Box[]) =>
  findGrids(boxes).map(({ rows, columns, slots }) => ({
    size: `${rows}×${columns}`,
    ids: slots.map((slot) => slot.boxes[0]?.id),
  }));

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('sizes', () => {
  test.each([
    [2, 2],
    [2, 3],
    [3, 2],
    [3, 3],
    [3, 4],
    [4, 3],
    [4, 4],
    [5, 5],
    [2, 5],
    [1, 4],
    [6, 1],
  ])('%i × %i pictures are a grid in reading order, in whatever order they come', (rows, columns) => {
    const boxes = shuffled(grid({ rows, columns }));
    expect(ids(boxes)).toEqual([{ size: `${rows}×${columns}`, ids: upTo(rows * columns) }]);
  });

  test.each([
    [1, 3],
    [3, 1],
    [6, 6],
    [2, 6],
    [7, 5],
  ])('%i × %i pictures are none', (rows, columns) => {
    expect(findGrids(grid({ rows, columns }))).toEqual([]);
  });

  test.each([0, 1, 8, 16, 30])('a gap of %i px', (gap) => {
    expect(ids(grid({ rows: 3, columns: 3, gap }))).toHaveLength(1);
  });

  test('icons, banners and posters are no tiles', () => {
    expect(findGrids(grid({ rows: 3, columns: 3, size: 24 }))).toEqual([]);
    expect(findGrids(grid({ rows: 3, columns: 3, size: 300, height: 60 }))).toEqual([]);
    expect(findGrids(grid({ rows: 2, columns: 2, size: 1_400 }))).toEqual([]);
  });

  test('sub-pixel sizes and positions do not matter', () => {
    const boxes = grid({ rows: 3, columns: 3 }).map((box, index) => {
      const off = ((index * 37) % 10) / 10 - 0.5;
      const { centre, across, down } = box.shape;
      const shape: Shape = {
        centre: { x: centre.x + off, y: centre.y - off },
        across: { x: across.x + off, y: 0 },
        down: { x: 0, y: down.y - off },
      };
      return { ...box, shape };
    });
    expect(ids(boxes)).toEqual([{ size: '3×3', ids: upTo(9) }]);
  });
});

describe('transforms', () => {
  test.each([5, -20, 40, 90, 180])('turned by %i degrees as one', (degrees) => {
    const found = findGrids(grid({ rows: 3, columns: 4 }).map((box) => turned(box, degrees)));
    expect(found).toHaveLength(1);
    const first = found[0]!.slots.map((slot) => slot.shape.centre);
    // Whatever the turn, each row runs to the right and the rows follow each other downwards.
    expect(first[1]!.x).toBeGreaterThan(first[0]!.x);
    expect(first[found[0]!.columns]!.y).toBeGreaterThan(first[0]!.y);
  });

  test('a mirrored grid is read from the left of the screen', () => {
    const boxes = grid({ rows: 2, columns: 3 }).map((box) => turned(box, 0, true));
    expect(ids(boxes)).toEqual([{ size: '2×3', ids: [2, 1, 0, 5, 4, 3] }]);
  });

  test('tiles turned one by one in an upright grid', () => {
    const boxes = grid({ rows: 3, columns: 3, gap: 12 }).map((box, index) => {
      const { across, down } = turned(box, index % 2 ? 4 : -4).shape;
      return { ...box, shape: { ...box.shape, across, down } };
    });
    expect(ids(boxes)).toEqual([{ size: '3×3', ids: upTo(9) }]);
  });
});

describe('what lies together', () => {
  test('a picture, its button and its list item are one place, the picture first', () => {
    const boxes = [
      ...grid({ rows: 3, columns: 3, kind: 'wrapper', first: 20 }),
      ...grid({ rows: 3, columns: 3 }),
    ];
    expect(ids(boxes)).toEqual([{ size: '3×3', ids: upTo(9) }]);
    expect(findGrids(boxes)[0]!.slots[0]!.boxes.map(({ id }) => id)).toEqual([0, 20]);
  });

  test('two grids side by side come apart', () => {
    const boxes = [
      ...grid({ rows: 3, columns: 3 }),
      ...grid({ rows: 3, columns: 3, left: 50 + 3 * 104 + 18, first: 9 }),
    ];
    expect(ids(boxes).map(({ size }) => size)).toEqual(['3×3', '3×3']);
  });

  test('a missing picture leaves a hole, which a shrunk one fills', () => {
    const boxes = grid({ rows: 3, columns: 3 });
    const eight = boxes.filter(({ id }) => id !== 4);
    expect(ids(eight)).toEqual([{ size: '3×3', ids: [0, 1, 2, 3, undefined, 5, 6, 7, 8] }]);
    const { centre, across, down } = boxes[4]!.shape;
    const shrunk = { centre, across: { x: across.x * 0.8, y: 0 }, down: { x: 0, y: down.y * 0.8 } };
    expect(ids([...eight, { id: 4, kind: 'image', shape: shrunk }])[0]!.ids).toEqual(upTo(9));
  });

  test('one extra element is left out, a ragged list is none', () => {
    const extra: Box = { id: 99, kind: 'image', shape: uprightShape(50, 80 + 3 * 104, 100, 100) };
    expect(ids([...grid({ rows: 3, columns: 3 }), extra])).toEqual([{ size: '3×3', ids: upTo(9) }]);
    const ragged = grid({ rows: 4, columns: 4 }).slice(0, 14);
    expect(findGrids(ragged)).toEqual([]);
  });

  test('cells are a grid only over a picture that they cover', () => {
    const cells = grid({ rows: 4, columns: 4, gap: 0, kind: 'cell' });
    expect(findGrids(cells)).toEqual([]);
    const under: Box = { id: 50, kind: 'canvas', shape: uprightShape(50, 80, 400, 400) };
    const found = findGrids([...cells, under]);
    expect(found.map(({ rows, columns, over }) => [rows, columns, over?.id])).toEqual([[4, 4, 50]]);
    const wallpaper: Box = { id: 51, kind: 'background', shape: uprightShape(0, 0, 1_200, 900) };
    expect(findGrids([...cells, wallpaper])).toEqual([]);
  });

  test('unequal pitch is no grid', () => {
    const boxes = grid({ rows: 3, columns: 3 }).map((box) => {
      const { x, y } = box.shape.centre;
      return { ...box, shape: { ...box.shape, centre: { x: x + (box.id % 3 === 1 ? 22 : 0), y } } };
    });
    expect(findGrids(boxes).filter(({ rows, columns }) => rows === 3 && columns === 3)).toEqual([]);
  });
});

describe('hostile input', () => {
  test('boxes that are not numbers or have no size are ignored', () => {
    const bad: Box[] = [NaN, Infinity, 0, -5].flatMap((value, index) => [
      { id: 100 + index, kind: 'image', shape: uprightShape(value, value, value, value) },
      { id: 200 + index, kind: 'cell', shape: uprightShape(10, 10, 100, value) },
    ]);
    expect(ids([...bad, ...grid({ rows: 3, columns: 3 })])).toEqual([{ size: '3×3', ids: upTo(9) }]);
  });

  test('5,000 nested boxes, 5,000 boxes in a heap and a wall of 10,000 end in silence', () => {
    const nested = Array.from({ length: 5_000 }, (_, id): Box => ({
      id,
      kind: 'image',
      shape: uprightShape(id / 100, id / 100, 500 - id / 50, 500 - id / 50),
    }));
    const heap = Array.from({ length: 5_000 }, (_, id): Box => ({
      id,
      kind: 'image',
      shape: uprightShape((id * 7) % 150, (id * 13) % 150, 100, 100),
    }));
    expect(findGrids(nested)).toEqual([]);
    expect(findGrids(heap)).toEqual([]);
    expect(findGrids(grid({ rows: 100, columns: 100 }))).toEqual([]);
  });
});
