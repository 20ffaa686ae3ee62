import { kindRank, type Box } from './box.ts';
import { length, type Shape, type Vector } from './shape.ts';
import type { SizedBox } from './size-groups.ts';

/** Centres closer than this share one place: a picture, its button and its list item. Part of the side. */
const SAME_PLACE = 0.04;
/** Tiles do not overlap; where more than this many centres fall into one tile's area, none of them is a tile. */
const MAX_CENTRES_PER_TILE = 3;
/** Tiles turned by more than this against each other are turned one by one, and the grid itself is upright. Radians. */
const SAME_ANGLE = 0.03;

/** A place where a tile may be, in the coordinates of its lattice: along `right` and `down`, CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly boxes: readonly Box[];
  readonly shape: Shape;
}

export interface Places {
  readonly places: readonly Place[];
  readonly width: number;
  readonly height: number;
  /** Unit vectors of the lattice on the screen. */
  readonly right: Vector;
  readonly down: Vector;
}

function unit(vector: Vector): Vector {
  const size = length(vector);
  return { x: vector.x / size, y: vector.y / size };
}

function angle(vector: Vector): number {
  return Math.atan2(vector.y, vector.x);
}

function axes(group: readonly SizedBox[], first: SizedBox): { right: Vector; down: Vector } {
  const turn = angle(first.shape.across);
  const turned = group.some((box) => Math.abs(angle(box.shape.across) - turn) > SAME_ANGLE);
  if (turned) return { right: { x: 1, y: 0 }, down: { x: 0, y: 1 } };
  return { right: unit(first.shape.across), down: unit(first.shape.down) };
}

function best(boxes: readonly SizedBox[]): SizedBox[] {
  return boxes.toSorted((a, b) => kindRank(a.box.kind) - kindRank(b.box.kind));
}

const KEY_BITS = 15;
const KEY_MASK = 2 ** KEY_BITS - 1;

/**
 * A small integer, because other keys cost most of the time on a hostile page. Cells 32,768 apart share a key, which
 * the coordinates tell apart.
 */
export function cellKey(column: number, row: number): number {
  return ((column & KEY_MASK) << KEY_BITS) | (row & KEY_MASK);
}

/** Joins boxes that lie in one place, and drops heaps that cannot be tiles. */
export function findPlaces(group: readonly SizedBox[]): Places | undefined {
  const first = group[0];
  if (!first) return undefined;
  const { width, height } = first;
  const { right, down } = axes(group, first);
  const determinant = right.x * down.y - right.y * down.x;
  const local = ({ x, y }: Vector): Vector => ({
    x: (x * down.y - y * down.x) / determinant,
    y: (right.x * y - right.y * x) / determinant,
  });

  const cells = new Map<number, { x: number; y: number; boxes: SizedBox[] }[]>();
  for (const box of group) {
    const { x, y } = local(box.shape.centre);
    const [column, row] = [Math.floor(x / width), Math.floor(y / height)];
    const near = [column - 1, column, column + 1].flatMap((c) =>
      [row - 1, row, row + 1].flatMap((r) => cells.get(cellKey(c, r)) ?? []),
    );
    const same = near.find(
      (place) => Math.abs(place.x - x) < width * SAME_PLACE && Math.abs(place.y - y) < height * SAME_PLACE,
    );
    if (same) {
      same.boxes.push(box);
      continue;
    }
    const key = cellKey(column, row);
    const cell = cells.get(key) ?? [];
    // One more than allowed marks the heap; the rest of it is not even looked at.
    if (cell.length <= MAX_CENTRES_PER_TILE) cell.push({ x, y, boxes: [box] });
    cells.set(key, cell);
  }

  const places = [...cells.values()]
    .filter((cell) => cell.length <= MAX_CENTRES_PER_TILE)
    .flat()
    .flatMap(({ boxes }): Place[] => {
      const sorted = best(boxes);
      const top = sorted[0];
      if (!top) return [];
      return [{ ...local(top.shape.centre), boxes: sorted.map(({ box }) => box), shape: top.shape }];
    });
  return { places, width, height, right, down };
}
