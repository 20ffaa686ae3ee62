import { axisEnd, axisLines, type Axis } from './axis.ts';
import type { EdgeMap } from './edge-map.ts';
import type { Edges, Lattice } from './score-lattice.ts';

/** Widest border of a tile, pixels; it belongs to the tile. */
const WIDEST_BORDER = 3;

/** Widest strip between a frame around the grid and the tiles, as a share of the tile. */
const WIDEST_MARGIN = 0.35;

/** Narrowest strip that tells a margin from an inexact line, pixels. */
const NARROWEST_MARGIN = 4;

/** Mean share of edge pixels that makes a line along all tiles. */
const CLEAR = 0.5;

/** Share up to which a line counts as absent. */
const ABSENT = 0.2;

/** Moves the outer sides to where the tiles end: in from a frame around the grid, out to the far side of their borders. */
export function fitFrame(lattice: Lattice, { upright, level }: Edges): Lattice {
  const columns = trimFrame(lattice.columns, lattice.rows, level);
  const rows = trimFrame(lattice.rows, columns, upright);
  return { columns: takeBorder(columns, rows, upright), rows: takeBorder(rows, columns, level) };
}

/**
 * With two tiles the frame around them fits their rhythm as well as they do (with more it cannot). Then the lines that
 * run across the tiles end short of the frame on the outer sides, but not on the inner ones.
 */
function trimFrame(axis: Axis, along: Axis, across: EdgeMap): Axis {
  if (axis.count !== 2) return axis;
  const lines = axisLines(along).slice(1, -1);
  const share = (from: number, to: number) =>
    lines.reduce((sum, line) => sum + crossing(line, Math.round(from), Math.round(to), across), 0) /
    lines.length;
  const [near = 0, far = 0, next = 0, end = 0] = axisLines(axis);
  for (let margin = Math.round(axis.size * WIDEST_MARGIN); margin >= NARROWEST_MARGIN; margin--) {
    const outer = Math.max(share(near, near + margin), share(end - margin, end));
    const inner = Math.min(share(far - margin, far), share(next, next + margin));
    if (outer <= ABSENT && inner >= CLEAR) {
      return { ...axis, start: near + margin, size: axis.size - margin, pitch: axis.pitch - margin };
    }
  }
  return axis;
}

function crossing(line: number, from: number, to: number, edges: EdgeMap): number {
  const row = Math.round(line);
  return Math.min(
    1,
    edges.share(row - 1, from, to) + edges.share(row, from, to) + edges.share(row + 1, from, to),
  );
}

/** Widens the tiles by their borders where another line runs along, as far out on one side as on the other. */
function takeBorder(axis: Axis, along: Axis, edges: EdgeMap): Axis {
  const room = (axis.pitch - axis.size) / 2;
  for (let border = WIDEST_BORDER; border >= 2; border--) {
    if (border > room + 1) continue;
    const sides = [axis.start - border, axisEnd(axis) + border].map((line) => clearness(line, along, edges));
    if (Math.min(...sides) < CLEAR) continue;
    const width = Math.min(border, room);
    return { ...axis, start: axis.start - width, size: axis.size + 2 * width };
  }
  return axis;
}

function clearness(place: number, along: Axis, edges: EdgeMap): number {
  const column = Math.round(place);
  const corner = along.size / 4;
  let sum = 0;
  for (let tile = 0; tile < along.count; tile++) {
    const from = along.start + tile * along.pitch;
    sum += edges.share(column, Math.round(from + corner), Math.round(from + along.size - corner));
  }
  return sum / along.count;
}
