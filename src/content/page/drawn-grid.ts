import { findDrawnLattice, type DrawnLattice } from '../../grid/drawn-lattice.ts';
import { length, type Shape } from '../../grid/shape.ts';
import { MIN_TILE_SIDE } from '../../grid/size-groups.ts';
import { cropTile, isTainted } from '../picture/crop-tile.ts';
import { paintOf } from '../picture/paint.ts';
import type { AskingText } from './asking-texts.ts';
import type { FoundGrid } from './found-grid.ts';
import type { LonePicture } from './locate-grid.ts';
import { createMeasurer } from './measurer.ts';
import { tileShape, type Tile } from './tile.ts';

/** Pictures nearest to the question that are looked into. */
const MOST_PICTURES = 2;

interface Pixels {
  readonly width: number;
  readonly height: number;
}

function tilesOf({ rows, columns }: DrawnLattice, whole: Pixels, tile: Tile): Tile[] {
  return rows.flatMap((row) =>
    columns.map((column) => ({
      ...tile,
      part: {
        x: (column.from + column.to) / 2 / whole.width - 0.5,
        y: (row.from + row.to) / 2 / whole.height - 0.5,
        width: (column.to - column.from) / whole.width,
        height: (row.to - row.from) / whole.height,
      },
    })),
  );
}

function smallest(tiles: readonly Tile[], shape: Shape): number {
  const { across, down } = shape;
  return Math.min(
    ...tiles.map(({ part }) =>
      Math.min((part?.width ?? 0) * length(across), (part?.height ?? 0) * length(down)),
    ),
  );
}

async function lookInto({ tile }: LonePicture, asking: AskingText): Promise<FoundGrid | undefined> {
  const measure = createMeasurer();
  const shape = tileShape(tile, measure);
  const paint = shape && tile.picture && (await paintOf(tile.picture, shape.centre, measure));
  if (!paint) return undefined;
  const image = cropTile(paint, shape);
  const lattice = findDrawnLattice(image);
  const tiles = lattice ? tilesOf(lattice, image, tile) : [];
  if (!lattice || smallest(tiles, shape) < MIN_TILE_SIDE) return undefined;
  return { asking, rows: lattice.rows.length, columns: lattice.columns.length, tiles };
}

/**
 * A grid that is drawn into one picture or canvas near a question, without any element of its own: found by the edges
 * in its pixels. Undefined also where these may not be read.
 */
export async function findDrawnGrid(
  asking: AskingText,
  pictures: readonly LonePicture[],
): Promise<FoundGrid | undefined> {
  const nearest = pictures.toSorted((a, b) => a.cost - b.cost).slice(0, MOST_PICTURES);
  for (const picture of nearest) {
    const found = await lookInto(picture, asking).catch((error: unknown) => {
      if (isTainted(error) || error instanceof DOMException) return undefined;
      throw error;
    });
    if (found) return found;
  }
  return undefined;
}
