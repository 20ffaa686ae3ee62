import type { Box, Picture } from '../shared/picture.ts';
import { MOST_TILES } from './axis.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Tiles that fill a picture in rows and columns. */
export interface DrawnGrid {
  readonly rows: number;
  readonly columns: number;
  /** rows * columns boxes in pixels of the picture, reading order. */
  readonly tiles: readonly Box[];
}

const LEAST_TILES = 2;
/** A line is one colour where so many of its pixels differ by no more than this from its middle one. */
const PLAIN_SHARE = 0.93;
const PLAIN_DIFFERENCE = 28;
/** Tiles differ by no more than this part of their side. */
const EVEN = 0.06;
/** Of what runs along the outside of a picture, and of gutters, nothing is wider. Part of the picture's side. */
const MAX_GUTTER = 0.12;
/** How much sharper a seam is than the picture's lines are otherwise. */
const SEAM = 2.2;
/** Of so many parts of a seam, this share is sharper too, by half as much. */
const SEAM_PARTS = 12;
const SEAM_ALONG = 0.7;
/** Pixels by which a seam may lie off its place. */
const SEAM_NEAR = 1;

/** Brightness by line and by place on the line, 0 to 255. */
type Lines = readonly Uint8Array[];

const LEVELS = 256;

function brightness({ width, height, rgba }: Picture): { columns: Lines; rows: Lines } {
  const columns = Array.from({ length: width }, () => new Uint8Array(height));
  const rows = Array.from({ length: height }, () => new Uint8Array(width));
  for (const [y, row] of rows.entries()) {
    for (const [x, column] of columns.entries()) {
      const at = 4 * (y * width + x);
      const value = ((rgba[at] ?? 0) + 2 * (rgba[at + 1] ?? 0) + (rgba[at + 2] ?? 0)) / 4;
      row[x] = value;
      column[y] = value;
    }
  }
  return { columns, rows };
}

function isPlain(line: Uint8Array): boolean {
  const counts = new Uint16Array(LEVELS);
  for (const value of line) counts[value] = (counts[value] ?? 0) + 1;
  let middle = 0;
  for (let below = counts[0] ?? 0; below * 2 < line.length; below += counts[middle] ?? 0) middle += 1;
  const near = counts.subarray(Math.max(0, middle - PLAIN_DIFFERENCE), middle + PLAIN_DIFFERENCE + 1);
  return near.reduce((sum, count) => sum + count, 0) >= line.length * PLAIN_SHARE;
}

/** What lies between lines of one colour. */
function betweenGutters(lines: Lines): Span[] {
  const spans: Span[] = [];
  let from: number | undefined;
  for (let at = 0; at <= lines.length; at += 1) {
    const line = lines[at];
    const isGutter = !line || isPlain(line);
    if (!isGutter) from ??= at;
    else if (from !== undefined) {
      spans.push({ from, to: at });
      from = undefined;
    }
  }
  return spans;
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function areEven(spans: readonly Span[], count: number): boolean {
  if (spans.length < LEAST_TILES || spans.length > MOST_TILES) return false;
  const sizes = spans.map(({ from, to }) => to - from);
  const pitches = spans.slice(1).map(({ from }, index) => from - (spans[index]?.from ?? 0));
  const side = Math.max(...sizes);
  const edges = [spans[0]?.from ?? 0, count - (spans.at(-1)?.to ?? count)];
  const gutters = [...edges, ...pitches.map((pitch) => pitch - side)];
  return (
    spread(sizes) <= Math.max(2, side * EVEN) &&
    spread(pitches) <= Math.max(2, side * EVEN) &&
    gutters.every((gutter) => gutter <= count * MAX_GUTTER)
  );
}

function difference(a: Uint8Array, b: Uint8Array, from = 0, to = a.length): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += Math.abs((a[at] ?? 0) - (b[at] ?? 0));
  return sum / (to - from);
}

/** Whether two lines differ all along and not only where something in one picture ends. */
function breaksAllAlong(a: Uint8Array, b: Uint8Array, least: number): boolean {
  let breaks = 0;
  for (let part = 0; part < SEAM_PARTS; part += 1) {
    const [from, to] = [part, part + 1].map((each) => Math.round((each * a.length) / SEAM_PARTS));
    if (difference(a, b, from, to) >= least) breaks += 1;
  }
  return breaks >= SEAM_PARTS * SEAM_ALONG;
}

/** Equal parts, where the picture breaks off sharply at every border between them. */
function betweenSeams(lines: Lines): Span[] {
  const count = lines.length;
  const steps = lines.map((line, at) => difference(line, lines[at - 1] ?? line));
  const usual = Math.max(1, steps.toSorted((a, b) => a - b)[count >> 1] ?? 0);
  const isSeam = (line: number): boolean =>
    steps.slice(line - SEAM_NEAR, line + SEAM_NEAR + 1).some((step, index) => {
      const at = line - SEAM_NEAR + index;
      const [here, before] = [lines[at], lines[at - 1]];
      return step >= usual * SEAM && here && before && breaksAllAlong(here, before, (usual * SEAM) / 2);
    });
  // The most parts first: what breaks at every quarter breaks at the half too.
  for (let parts = MOST_TILES; parts >= LEAST_TILES; parts -= 1) {
    const borders = Array.from({ length: parts + 1 }, (_, part) => Math.round((part * count) / parts));
    if (borders.slice(1, -1).every(isSeam)) {
      return borders.slice(1).map((to, index) => ({ from: borders[index] ?? 0, to }));
    }
  }
  return [];
}

function along(lines: Lines): Span[] {
  const spans = betweenGutters(lines);
  return areEven(spans, lines.length) ? spans : betweenSeams(lines);
}

/**
 * The tiles, 2×2 to 5×5, that a picture is made of: set apart by lines of one colour, or edge to edge from border to
 * border. Undefined for a picture that is one picture.
 */
export function findDrawnGrid(picture: Picture): DrawnGrid | undefined {
  const { columns, rows } = brightness(picture);
  const across = along(columns);
  const down = across.length > 0 ? along(rows) : [];
  if (down.length === 0) return undefined;
  const tiles = down.flatMap((row) =>
    across.map((column) => ({
      x: column.from,
      y: row.from,
      width: column.to - column.from,
      height: row.to - row.from,
    })),
  );
  return { rows: down.length, columns: across.length, tiles };
}
