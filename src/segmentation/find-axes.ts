import { axisEnd, fitAxis, MOST_TILES, type Axis } from './axis.ts';
import type { EdgeMap } from './edge-map.ts';

/** An axis with where it was seen: the stretch of rows whose upright lines have this rhythm. */
export interface SeenAxis {
  readonly axis: Axis;
  readonly from: number;
  readonly to: number;
  /** Lines times bands in which it was seen. */
  readonly votes: number;
}

/** Rows that are searched together; less than half of the smallest tile, so that one band lies inside each row of tiles. */
const BAND = 16;

/** Smallest side of a tile; smaller pictures are icons. Pixels of the shrunk picture. */
const SMALLEST_TILE = 32;

/** Widest gutter as a share of the tile. */
const WIDEST_GAP = 0.5;

/** Share of a band's rows that must have an edge for a line to start or go on there. */
const CLEAR_LINE = 0.6;

/** Busy bands (noise, text) have more lines than any grid: only the clearest are looked at. */
const MOST_LINES = 48;

/** Pixels that a line may stand off its place. */
const TOLERANCE = 2;

/** One more than a grid may have: what goes on beyond that is a calendar or a chess board. */
const MOST_FOLLOWED = MOST_TILES + 1;

/** Rhythms of one band, and rhythms of as many tiles that start near one another: noise would have thousands. */
const MOST_IN_BAND = 400;
const MOST_ALIKE = 100;

/** Hypotheses that are kept for the search in both directions. */
const MOST_AXES = 150;

/** Rhythms of upright lines, most seen first. */
export function findAxes(edges: EdgeMap): SeenAxis[] {
  const seen = new Map<string, SeenAxis[]>();
  for (let from = 0; from + BAND <= edges.height; from += BAND) {
    const lines = clearLines(edges, from, from + BAND);
    for (const axis of rhythms(lines, edges.width)) {
      register(seen, { axis, from, to: from + BAND, votes: axis.count * 2 });
    }
  }
  return [...seen.values()]
    .flat()
    .toSorted((a, b) => b.votes - a.votes)
    .slice(0, MOST_AXES);
}

/** Columns with an edge in most of the rows; of neighbours the clearer, which stands for both sides of a thin line. */
function clearLines(edges: EdgeMap, from: number, to: number): number[] {
  const lines: { readonly x: number; readonly share: number }[] = [];
  let before = 0;
  let here = edges.share(1, from, to);
  for (let x = 1; x < edges.width; x++) {
    const after = edges.share(x + 1, from, to);
    const share = here + Math.max(before, after);
    if (share >= CLEAR_LINE && here >= after && here > before) lines.push({ x, share });
    before = here;
    here = after;
  }
  return lines
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_LINES)
    .map(({ x }) => x)
    .toSorted((a, b) => a - b);
}

/** Every run of two or more equal tiles that the lines allow, from each line as the first near side. */
function rhythms(lines: readonly number[], width: number): Axis[] {
  const isLine = new Uint8Array(width + 2 * TOLERANCE + 2);
  for (const line of lines) isLine[line] = 1;
  const found: Axis[] = [];
  for (const [first, near] of lines.entries()) {
    for (let second = first + 1; second < lines.length; second++) {
      const far = lines[second] ?? 0;
      if (far - near < SMALLEST_TILE) continue;
      if (far + (far - near) - TOLERANCE > width) break;
      for (let third = second; third < lines.length; third++) {
        const next = lines[third] ?? 0;
        if (next - far > (far - near) * WIDEST_GAP) break;
        found.push(...follow([near, far, next], isLine));
        if (found.length >= MOST_IN_BAND) return found;
      }
    }
  }
  return found;
}

/** Goes on from the first tile and the near side of the second as far as the lines do; every length on the way counts. */
function follow([near, far, next]: readonly [number, number, number], isLine: Uint8Array): Axis[] {
  const lines = [near, far];
  const found: Axis[] = [];
  let axis: Axis = { start: near, size: far - near, pitch: next - near, count: 1 };
  while (axis.count < MOST_FOLLOWED) {
    const place = axis.start + axis.count * axis.pitch;
    const left = nearest(isLine, place);
    const right = nearest(isLine, place + axis.size);
    if (left === undefined || right === undefined) break;
    lines.push(left, right);
    axis = fitAxis(lines);
    found.push(axis);
  }
  return found;
}

function nearest(isLine: Uint8Array, place: number): number | undefined {
  const middle = Math.round(place);
  for (let off = 0; off <= TOLERANCE; off++) {
    if (isLine[middle - off] === 1) return middle - off;
    if (isLine[middle + off] === 1) return middle + off;
  }
  return undefined;
}

/** Adds a vote to an axis already seen nearby in the same places, or a new one. */
function register(seen: Map<string, SeenAxis[]>, vote: SeenAxis): void {
  const key = `${vote.axis.count} ${Math.round(vote.axis.start / BAND)}`;
  const known = seen.get(key);
  if (known === undefined) {
    seen.set(key, [vote]);
    return;
  }
  const index = known.findIndex(({ axis }) => isSame(axis, vote.axis));
  const same = known[index];
  if (same !== undefined) known[index] = { ...same, to: vote.to, votes: same.votes + vote.votes };
  else if (known.length < MOST_ALIKE) known.push(vote);
}

function isSame(a: Axis, b: Axis): boolean {
  return (
    Math.abs(a.start - b.start) <= TOLERANCE &&
    Math.abs(a.size - b.size) <= TOLERANCE &&
    Math.abs(axisEnd(a) - axisEnd(b)) <= TOLERANCE
  );
}
