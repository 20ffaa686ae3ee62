import { axisEnd, MOST_TILES, type Axis } from './axis.ts';
import { fitFrame } from './fit-frame.ts';
import { findAxes, type SeenAxis } from './find-axes.ts';
import {
  isBorneOut,
  latticeBox,
  scoreLattice,
  scoreOutlines,
  type Edges,
  type Lattice,
} from './score-lattice.ts';
import { overlap } from './overlap.ts';
import { settle } from './settle-axis.ts';

export interface ScoredLattice extends Lattice {
  readonly score: number;
}

/** Sides of a tile may differ by this factor. */
const LONGEST_TILE = 2;

/** Share of the rows' extent in which the columns' rhythm must have been seen, and the other way round. */
const LEAST_OVERLAP = 0.3;

/** Grids that share more of their box than this are readings of the same pixels. */
const SAME_PLACE = 0.2;

/** Lattices whose tiles are looked into… */
const MOST_OUTLINES = 300;
/** … of them the best that are tried together in places and sizes nearby… */
const ROUND = 24;
/** … and how many times that is done: a picture with more grids than this is not a question. */
const MOST_ROUNDS = 6;

/** Lattices that the edges bear out, best first; of readings of the same pixels only the best. */
export function findLattices(edges: Edges): ScoredLattice[] {
  const found: ScoredLattice[] = [];
  let rest = candidates(edges);
  for (let round = 0; round < MOST_ROUNDS && rest.length > 0; round++) {
    const [best] = rest
      .slice(0, ROUND)
      .map((lattice) => grow(improve(lattice, edges), edges))
      .filter((lattice) => isBorneOut(lattice, edges))
      .toSorted(byScore);
    rest = best === undefined ? rest.slice(ROUND) : rest.filter((other) => isElsewhere(other, best));
    if (best !== undefined && found.every((better) => isElsewhere(best, better))) found.push(best);
  }
  return found
    .filter(({ columns, rows }) => columns.count <= MOST_TILES && rows.count <= MOST_TILES)
    .map((lattice) => fitted(lattice, edges))
    .toSorted(byScore);
}

function fitted(lattice: ScoredLattice, edges: Edges): ScoredLattice {
  const { columns, rows } = fitFrame(lattice, edges);
  return { columns, rows, score: lattice.score };
}

function isElsewhere(a: Lattice, b: Lattice): boolean {
  return overlap(latticeBox(a), latticeBox(b)) < SAME_PLACE;
}

/** The best of all pairs of a columns' and a rows' rhythm. */
function candidates(edges: Edges): ScoredLattice[] {
  const allRows = findAxes(edges.level);
  const found: ScoredLattice[] = [];
  for (const columns of findAxes(edges.upright)) {
    for (const rows of allRows) {
      if (!belongTogether(columns, rows)) continue;
      const lattice = { columns: columns.axis, rows: rows.axis };
      const score = scoreOutlines(lattice, edges);
      if (score > 0) found.push({ ...lattice, score });
    }
  }
  return found
    .toSorted(byScore)
    .slice(0, MOST_OUTLINES)
    .map((lattice) => withScore(lattice, edges))
    .filter(({ score }) => score > 0)
    .toSorted(byScore);
}

function byScore(a: ScoredLattice, b: ScoredLattice): number {
  return b.score - a.score;
}

function withScore(lattice: Lattice, edges: Edges): ScoredLattice {
  return { ...lattice, score: scoreLattice(lattice, edges) };
}

/** Moves both axes to where all their lines together are clearest, if that raises the score. */
function improve(lattice: ScoredLattice, edges: Edges): ScoredLattice {
  const columns = settle(lattice.columns, lattice.rows, edges.upright);
  const moved = withScore({ columns, rows: settle(lattice.rows, columns, edges.level) }, edges);
  return moved.score > lattice.score ? moved : lattice;
}

function belongTogether(columns: SeenAxis, rows: SeenAxis): boolean {
  const ratio = columns.axis.size / rows.axis.size;
  return (
    ratio <= LONGEST_TILE &&
    ratio >= 1 / LONGEST_TILE &&
    covers(columns, rows.axis) >= LEAST_OVERLAP &&
    covers(rows, columns.axis) >= LEAST_OVERLAP
  );
}

function covers({ from, to }: SeenAxis, axis: Axis): number {
  const end = axisEnd(axis);
  return (Math.min(to, end) - Math.max(from, axis.start)) / (end - axis.start);
}

/** Adds rows and columns at any side as long as that raises the score: a tile may hide its sides from the first search. */
function grow(lattice: ScoredLattice, edges: Edges): ScoredLattice {
  let best = lattice;
  for (;;) {
    const [next] = [
      ...longer(best.columns).map((columns) => ({ columns, rows: best.rows })),
      ...longer(best.rows).map((rows) => ({ columns: best.columns, rows })),
    ]
      .map((longer) => improve(withScore(longer, edges), edges))
      .toSorted(byScore);
    if (next === undefined || next.score <= best.score || !isBorneOut(next, edges)) return best;
    best = next;
  }
}

function longer(axis: Axis): Axis[] {
  if (axis.count > MOST_TILES) return [];
  const count = axis.count + 1;
  return [
    { ...axis, count },
    { ...axis, count, start: axis.start - axis.pitch },
  ];
}
