import { findNeighbours, tolerance, type Edge } from './neighbours.ts';
import type { Place, Places } from './places.ts';

/** Places that lie on one lattice, by row and column from 0; at most one place each. */
export interface Lattice {
  readonly rows: number;
  readonly columns: number;
  readonly at: ReadonlyMap<string, Place>;
  readonly pitchX: number;
  readonly pitchY: number;
  /** Centre of row 0, column 0 in the coordinates of the group. */
  readonly origin: { readonly x: number; readonly y: number };
  readonly group: Places;
}

export function latticeKey(row: number, column: number): string {
  return `${row}:${column}`;
}

function components(count: number, edges: readonly Edge[]): number[][] {
  const parent = Array.from({ length: count }, (_, index) => index);
  const find = (start: number): number => {
    let node = start;
    for (let up = parent[node] ?? node; up !== node; up = parent[node] ?? node) {
      parent[node] = parent[up] ?? up;
      node = up;
    }
    return node;
  };
  for (const { from, to } of edges) parent[find(from)] = find(to);
  const members = new Map<number, number[]>();
  for (let index = 0; index < count; index += 1) {
    const root = find(index);
    const list = members.get(root);
    if (list) list.push(index);
    else members.set(root, [index]);
  }
  return [...members.values()].filter((list) => list.length > 1);
}

function median(values: number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function layOut(
  places: readonly Place[],
  pitchX: number,
  pitchY: number,
  group: Places,
): Lattice | undefined {
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  const at = new Map<string, Place>();
  let [rows, columns] = [0, 0];
  for (const place of places) {
    const column = Math.round((place.x - left) / pitchX);
    const row = Math.round((place.y - top) / pitchY);
    const offX = Math.abs(place.x - left - column * pitchX);
    const offY = Math.abs(place.y - top - row * pitchY);
    const key = latticeKey(row, column);
    if (offX > 2 * tolerance(group.width) || offY > 2 * tolerance(group.height)) return undefined;
    if (at.has(key)) return undefined;
    at.set(key, place);
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return { rows, columns, at, pitchX, pitchY, origin: { x: left, y: top }, group };
}

/** All lattices of a group of equal boxes. A list of more places than `most` is a gallery and is left out. */
export function findLattices(group: Places, most: number): Lattice[] {
  const { right, down } = findNeighbours(group);
  const [rightFrom, downFrom] = [right, down].map(
    (edges) => new Map(edges.map(({ from, pitch }) => [from, pitch])),
  );
  return components(group.places.length, [...right, ...down]).flatMap((members) => {
    if (members.length > most) return [];
    const places = members.flatMap((index) => group.places[index] ?? []);
    const pitchX = median(members.flatMap((index) => rightFrom?.get(index) ?? [])) ?? group.width;
    const pitchY = median(members.flatMap((index) => downFrom?.get(index) ?? [])) ?? group.height;
    return layOut(places, pitchX, pitchY, group) ?? [];
  });
}
