import { edgeMap } from './edge-map.ts';
import { findLattices } from './find-lattices.ts';
import type { Axis } from './axis.ts';
import type { Box, Picture } from '../shared/picture.ts';
import { isPlain } from './is-plain.ts';
import { shrink } from '../shared/shrink.ts';
import { latticeBox } from './score-lattice.ts';
import { transpose } from './transpose.ts';

/** Tiles that a picture shows in rows and columns. */
export interface TileGrid {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  /** rows * columns boxes in picture pixels, reading order. */
  readonly tiles: readonly Box[];
  /** Log-likelihood of the edges seen: comparable between grids of one picture. */
  readonly score: number;
}

/** Longest side that is searched, pixels: a 4K screenshot at half its size still has 50 px tiles. */
const LONGEST_SIDE = 1600;

/** Part of the tiles that may be hardly more than one colour: one that is loading, a white wall. */
const MOST_PLAIN = 0.4;

/**
 * Grids of pictures, the most evident first; empty where there is none.
 *
 * @param longestSide pixels to which the picture is shrunk before the search, whose time grows with their square
 */
export function segment(picture: Picture, longestSide = LONGEST_SIDE): TileGrid[] {
  const { picture: small, scale } = shrink(picture, longestSide);
  const edges = { upright: edgeMap(small), level: edgeMap(transpose(small)) };
  return findLattices(edges).flatMap(({ columns, rows, score }) => {
    const boxes = tileBoxes(columns, rows);
    const plain = boxes.filter((box) => isPlain(small, box)).length;
    if (plain > boxes.length * MOST_PLAIN) return [];
    return [
      {
        box: enlarge(latticeBox({ columns, rows }), scale),
        rows: rows.count,
        columns: columns.count,
        tiles: boxes.map((box) => enlarge(box, scale)),
        score,
      },
    ];
  });
}

function tileBoxes(columns: Axis, rows: Axis): Box[] {
  return Array.from({ length: rows.count * columns.count }, (_, index) => ({
    x: columns.start + (index % columns.count) * columns.pitch,
    y: rows.start + Math.floor(index / columns.count) * rows.pitch,
    width: columns.size,
    height: rows.size,
  }));
}

function enlarge({ x, y, width, height }: Box, scale: number): Box {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}
