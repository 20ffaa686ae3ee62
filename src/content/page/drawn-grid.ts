import { length, type Shape } from '../../grid/shape.ts';
import { MIN_TILE_SIDE } from '../../grid/size-groups.ts';
import { findDrawnGrid as findTiles, type DrawnGrid } from '../../segmentation/drawn-grid.ts';
import { segment } from '../../segmentation/segment.ts';
import type { Picture } from '../../shared/picture.ts';
import { cropTile, isTainted } from '../picture/crop-tile.ts';
import { paintOf } from '../picture/paint.ts';
import type { AskingText } from './asking-texts.ts';
import type { FoundGrid } from './found-grid.ts';
import { imageMapGrid } from './image-map.ts';
import type { LonePicture } from './locate-grid.ts';
import { createMeasurer } from './measurer.ts';
import { tileShape, type Tile } from './tile.ts';

/** Pictures nearest to the question that are looked into. */
const MOST_PICTURES = 2;

/** Pixels along the longest side in which a grid amid other things is searched; that takes some 50 ms. */
const SEARCHED_SIDE = 480;

/** Tiles that fill the picture, or else the most evident ones somewhere in it. */
function gridIn(picture: Picture): DrawnGrid | undefined {
  return findTiles(picture) ?? segment(picture, SEARCHED_SIDE)[0];
}

type Size = Pick<Picture, 'width' | 'height'>;

function tilesOf({ tiles }: DrawnGrid, whole: Size, tile: Tile): Tile[] {
  return tiles.map(({ x, y, width, height }) => ({
    ...tile,
    part: {
      x: (x + width / 2) / whole.width - 0.5,
      y: (y + height / 2) / whole.height - 0.5,
      width: width / whole.width,
      height: height / whole.height,
    },
  }));
}

function smallest(tiles: readonly Tile[], shape: Shape): number {
  const { across, down } = shape;
  return Math.min(
    ...tiles.map(({ part }) =>
      Math.min((part?.width ?? 0) * length(across), (part?.height ?? 0) * length(down)),
    ),
  );
}

/** What the page itself says of the parts of a picture. */
function mappedGrid(asking: AskingText, tile: Tile): FoundGrid | undefined {
  const image = tile.picture?.element;
  const grid = image instanceof HTMLImageElement ? imageMapGrid(image) : undefined;
  if (!grid || !(image instanceof HTMLImageElement)) return undefined;
  return { asking, rows: grid.rows, columns: grid.columns, tiles: tilesOf(grid, image, tile) };
}

async function lookInto({ tile }: LonePicture, asking: AskingText): Promise<FoundGrid | undefined> {
  const measure = createMeasurer();
  const shape = tileShape(tile, measure);
  const mapped = mappedGrid(asking, tile);
  if (mapped) return mapped;
  const paint = shape && tile.picture && (await paintOf(tile.picture, shape.centre, measure));
  if (!paint) return undefined;
  const image = cropTile(paint, shape);
  const grid = gridIn(image);
  const tiles = grid ? tilesOf(grid, image, tile) : [];
  if (!grid || smallest(tiles, shape) < MIN_TILE_SIDE) return undefined;
  return { asking, rows: grid.rows, columns: grid.columns, tiles };
}

/**
 * A grid that is drawn into one picture or canvas near a question, without any element of its own: found by the edges
 * in its pixels, or by an image map. Undefined also where the pixels may not be read.
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
