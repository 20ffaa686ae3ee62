import { axisEnd, axisLines, type Axis } from './axis.ts';
import type { EdgeMap } from './edge-map.ts';

/** A grid of equal tiles: its columns along x, its rows along y. */
export interface Lattice {
  readonly columns: Axis;
  readonly rows: Axis;
}

/** Edges of a picture in both directions; `level` is the map of the transposed picture. */
export interface Edges {
  readonly upright: EdgeMap;
  readonly level: EdgeMap;
}

/** Chance of an edge on a pixel of a tile's side, and on any other pixel of a photograph: measured on composed screenshots. */
const ON_SIDE = 0.85;
const ELSEWHERE = 0.15;

/** What a pixel of a side says for the lattice when it has an edge, and against it when it has none. */
const FOR = Math.log(ON_SIDE / ELSEWHERE);
const AGAINST = Math.log((1 - ELSEWHERE) / (1 - ON_SIDE));

/** Share of edge pixels from which a line inside a tile is one that photographs hardly have. */
const INSIDE_LINE = 0.7;

/** Share of edge pixels that a row or column of tiles needs on its long sides. */
const LEAST_SIDE = 0.4;
/** Mean share of edge pixels that the dividing sides of a row need… */
const LEAST_DIVIDING = 0.52;
/** … or else the part of its boundaries that have a side as clear as this. */
const LEAST_BOUNDARIES = 0.5;
const CLEAR_SIDE = 0.6;

/** Share of a side at each end that rounded corners may take. */
const CORNER = 0.25;

/** Pixels between two tiles below which their sides cannot be told apart and count as one line. */
const NARROWEST_GAP = 3;

/**
 * Log-likelihood of the lattice against no lattice. A line that runs through tiles without being a side of them counts
 * against it as much as a side counts for it: where a frame around the grid fits the rhythm, and where tiles are taken
 * two by two, the lines in between stay unexplained.
 */
export function scoreLattice(lattice: Lattice, edges: Edges): number {
  const { columns, rows } = lattice;
  const inside = scoreInside(columns, rows, edges.upright) + scoreInside(rows, columns, edges.level);
  return scoreOutlines(lattice, edges) - inside;
}

/** The part of the score that is quick to find: the sides of the tiles alone. Never below the whole score. */
export function scoreOutlines({ columns, rows }: Lattice, { upright, level }: Edges): number {
  return scoreSides(columns, rows, upright) + scoreSides(rows, columns, level);
}

/** Score of the clearest line inside each tile. */
function scoreInside(across: Axis, along: Axis, edges: EdgeMap): number {
  let score = 0;
  for (let tile = 0; tile < across.count; tile++) {
    const from = Math.round(across.start + tile * across.pitch) + NARROWEST_GAP;
    const to = Math.round(across.start + tile * across.pitch + across.size) - NARROWEST_GAP;
    for (let row = 0; row < along.count; row++) {
      const corner = along.size * CORNER;
      const start = along.start + row * along.pitch;
      const top = Math.round(start + corner);
      const bottom = Math.round(start + along.size - corner);
      let best = 0;
      for (let x = from; x <= to; x++) best = Math.max(best, edges.share(x, top, bottom));
      if (best >= INSIDE_LINE) score += (best * (FOR + AGAINST) - AGAINST) * along.size;
    }
  }
  return score;
}

/** Scores the sides of all tiles along `across`, each measured over the stretch of a tile along `along`. */
function scoreSides(across: Axis, along: Axis, edges: EdgeMap): number {
  let score = 0;
  for (let tile = 0; tile < across.count; tile++) {
    const near = across.start + tile * across.pitch;
    const isShared = tile > 0 && across.pitch - across.size < NARROWEST_GAP;
    if (!isShared) score += scoreLine(near, along, edges);
    score += scoreLine(near + across.size, along, edges);
  }
  return score;
}

function scoreLine(place: number, along: Axis, edges: EdgeMap): number {
  return (
    sideShares(place, along, edges).reduce((sum, share) => sum + share * (FOR + AGAINST) - AGAINST, 0) *
    along.size
  );
}

/**
 * Share of edge pixels on a line, tile by tile: of the two clearest neighbouring columns within a pixel, because a
 * thin line has two edges of which now one, now the other is the clearer, and a browser rounds tiles to whole pixels.
 */
function sideShares(place: number, along: Axis, edges: EdgeMap): number[] {
  const corner = along.size * CORNER;
  const first = Math.floor(place) - 1;
  const last = Math.ceil(place) + 1;
  return Array.from({ length: along.count }, (_, tile) => {
    const from = Math.round(along.start + tile * along.pitch + corner);
    const to = Math.round(along.start + tile * along.pitch + along.size - corner);
    let best = 0;
    let before = edges.share(first, from, to);
    for (let x = first + 1; x <= last; x++) {
      const share = edges.share(x, from, to);
      best = Math.max(best, before + share);
      before = share;
    }
    return Math.min(1, best);
  });
}

/**
 * Whether each row and each column of tiles is seen by itself: its two long sides, and what divides its tiles. A bar
 * above the grid that ends where the grid ends has the first, not the second.
 */
export function isBorneOut({ columns, rows }: Lattice, { upright, level }: Edges): boolean {
  return isAxisBorneOut(columns, rows, upright) && isAxisBorneOut(rows, columns, level);
}

function isAxisBorneOut(across: Axis, along: Axis, edges: EdgeMap): boolean {
  const sides = axisLines(across).map((line) => sideShares(line, along, edges));
  const long = Array.from({ length: across.count }, (_, tile) =>
    mean([...(sides[2 * tile] ?? []), ...(sides[2 * tile + 1] ?? [])]),
  );
  const divided = Array.from({ length: along.count }, (_, row) =>
    isDivided(sides.map((shares) => shares[row] ?? 0)),
  );
  return long.every((share) => share >= LEAST_SIDE) && divided.every(Boolean);
}

/** Shares of the near and far sides of the tiles of one row: clear on the whole, or at half of the boundaries. */
function isDivided(sides: readonly number[]): boolean {
  if (mean(sides) >= LEAST_DIVIDING) return true;
  let seen = 0;
  for (let far = 1; far + 1 < sides.length; far += 2) {
    if (Math.max(sides[far] ?? 0, sides[far + 1] ?? 0) >= CLEAR_SIDE) seen++;
  }
  return seen / (sides.length / 2 - 1) >= LEAST_BOUNDARIES;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

export function latticeBox({ columns, rows }: Lattice): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  return {
    x: columns.start,
    y: rows.start,
    width: axisEnd(columns) - columns.start,
    height: axisEnd(rows) - rows.start,
  };
}
