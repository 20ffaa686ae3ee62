import { cellKey, type Place, type Places } from './places.ts';

/** Gaps up to this many CSS pixels, or this part of the side where that is more (captions, 300 % zoom). */
const MAX_GAP_PIXELS = 40;
const MAX_GAP = 0.45;
/** Neighbours may overlap by this part of the side: negative margins, rounding. */
const OVERLAP = 0.06;
/** How far a neighbour may lie off the line, and how far gaps of one grid may differ. Part of the side. */
const LINE_TOLERANCE = 0.07;
const LINE_TOLERANCE_PIXELS = 3;

export interface Edge {
  readonly from: number;
  readonly to: number;
  /** Distance of the centres. */
  readonly pitch: number;
}

export interface Edges {
  /** To the next place on the right. */
  readonly right: readonly Edge[];
  /** To the next place below. */
  readonly down: readonly Edge[];
}

export function tolerance(side: number): number {
  return Math.max(LINE_TOLERANCE_PIXELS, side * LINE_TOLERANCE);
}

type Axis = 'x' | 'y';

/** The nearest place ahead on one axis, by looking only into the cells it can lie in. */
function nextPlace(
  places: readonly Place[],
  buckets: ReadonlyMap<number, readonly number[]>,
  group: Places,
  from: number,
  axis: Axis,
): Edge | undefined {
  const place = places[from];
  if (!place) return undefined;
  const cross = axis === 'x' ? 'y' : 'x';
  const [side, crossSide] = axis === 'x' ? [group.width, group.height] : [group.height, group.width];
  const furthest = side + Math.max(MAX_GAP_PIXELS, side * MAX_GAP);
  const [column, row] = [Math.floor(place.x / group.width), Math.floor(place.y / group.height)];
  let found: Edge | undefined;
  for (let ahead = 0; ahead <= Math.ceil(furthest / side); ahead += 1) {
    for (let aside = -1; aside <= 1; aside += 1) {
      const key = axis === 'x' ? cellKey(column + ahead, row + aside) : cellKey(column + aside, row + ahead);
      for (const to of buckets.get(key) ?? []) {
        const other = places[to];
        if (!other || to === from) continue;
        const pitch = other[axis] - place[axis];
        const onLine = Math.abs(other[cross] - place[cross]) <= tolerance(crossSide);
        const near = pitch >= side * (1 - OVERLAP) && pitch <= furthest;
        if (onLine && near && (!found || pitch < found.pitch)) found = { from, to, pitch };
      }
    }
  }
  return found;
}

/** Keeps an edge only where it is as short as the shortest one at both of its ends: grids side by side come apart. */
function evenEdges(edges: readonly Edge[], count: number, side: number): Edge[] {
  const shortest = new Float64Array(count).fill(Infinity);
  for (const { from, to, pitch } of edges) {
    shortest[from] = Math.min(shortest[from] ?? Infinity, pitch);
    shortest[to] = Math.min(shortest[to] ?? Infinity, pitch);
  }
  return edges.filter(({ from, to, pitch }) => {
    const allowed = Math.min(shortest[from] ?? 0, shortest[to] ?? 0) + tolerance(side);
    return pitch <= allowed;
  });
}

export function findNeighbours(group: Places): Edges {
  const buckets = new Map<number, number[]>();
  for (const [index, { x, y }] of group.places.entries()) {
    const key = cellKey(Math.floor(x / group.width), Math.floor(y / group.height));
    const bucket = buckets.get(key);
    if (bucket) bucket.push(index);
    else buckets.set(key, [index]);
  }
  const along = (axis: Axis): Edge[] =>
    group.places.flatMap((_, from) => nextPlace(group.places, buckets, group, from, axis) ?? []);
  const count = group.places.length;
  return {
    right: evenEdges(along('x'), count, group.width),
    down: evenEdges(along('y'), count, group.height),
  };
}
