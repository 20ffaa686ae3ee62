import { latticeKey, type Lattice } from './lattice.ts';

export const MIN_SIDE = 2;
export const MAX_SIDE = 5;
/** A single row or column needs this many to be a question and not a pair of pictures. */
const MIN_LINE = 4;
const MAX_LINE = 10;
/** A hole in less than this many places is a ragged list, not a grid. */
const MIN_PLACES_WITH_HOLE = 6;
/** One element more than the grid: a reload picture, an advertisement of the same size. */
const MAX_EXTRA = 1;

/** A part of a lattice, by its first row and column. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly holes: number;
}

function isGridSize(rows: number, columns: number): boolean {
  if (rows === 1 || columns === 1) {
    const line = Math.max(rows, columns);
    return line >= MIN_LINE && line <= MAX_LINE;
  }
  return Math.min(rows, columns) >= MIN_SIDE && Math.max(rows, columns) <= MAX_SIDE;
}

function taken(lattice: Lattice, part: Omit<Rectangle, 'holes'>): number {
  let count = 0;
  for (let row = part.row; row < part.row + part.rows; row += 1)
    for (let column = part.column; column < part.column + part.columns; column += 1)
      if (lattice.at.has(latticeKey(row, column))) count += 1;
  return count;
}

/** The lattice without its first or last row or column. */
function trimmed(whole: Omit<Rectangle, 'holes'>): Omit<Rectangle, 'holes'>[] {
  return [
    { ...whole, rows: whole.rows - 1 },
    { ...whole, row: 1, rows: whole.rows - 1 },
    { ...whole, columns: whole.columns - 1 },
    { ...whole, column: 1, columns: whole.columns - 1 },
  ];
}

/**
 * The whole lattice where it is a grid, full or with one hole; else the grid that is left without one extra place. A
 * hole is preferred to an extra place: what belongs to the grid is not lost, and what does not scores low.
 */
export function fitRectangle(lattice: Lattice): Rectangle | undefined {
  const whole = { row: 0, column: 0, rows: lattice.rows, columns: lattice.columns };
  const places = lattice.at.size;
  const holes = whole.rows * whole.columns - places;
  const sizeFits = isGridSize(whole.rows, whole.columns);
  const isLine = Math.min(whole.rows, whole.columns) === 1;
  const holeFits = holes === 1 && !isLine && places + holes >= MIN_PLACES_WITH_HOLE;
  if (sizeFits && (holes === 0 || holeFits)) return { ...whole, holes };
  const full = trimmed(whole).find(
    (part) =>
      Math.min(part.rows, part.columns) >= MIN_SIDE &&
      isGridSize(part.rows, part.columns) &&
      places - part.rows * part.columns <= MAX_EXTRA &&
      taken(lattice, part) === part.rows * part.columns,
  );
  return full && { ...full, holes: 0 };
}
