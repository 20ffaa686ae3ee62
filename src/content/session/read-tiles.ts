import type { TileImage } from '../../shared/protocol.ts';
import { createMeasurer, type Measurer } from '../page/measurer.ts';
import { tileShape, type Tile } from '../page/tile.ts';
import { cropTile, isTainted } from '../picture/crop-tile.ts';
import { paintOf } from '../picture/paint.ts';
import { words } from '../words.ts';
import { captureTiles, type Capturer } from './capture-tiles.ts';
import { UnreadableError } from './unreadable-error.ts';

/** What keeps a tile from being read directly: the tab itself must be looked at. */
const FOREIGN = 'foreign';

async function readTile(tile: Tile, measure: Measurer): Promise<TileImage | typeof FOREIGN> {
  const shape = tileShape(tile, measure);
  if (!tile.picture || !shape) throw new UnreadableError(words().tileGone);
  try {
    const paint = await paintOf(tile.picture, shape.centre, measure);
    return paint ? cropTile(paint, shape) : FOREIGN;
  } catch (error) {
    // A picture that cannot be loaded a second time may still be on the screen.
    if (isTainted(error) || error instanceof DOMException) return FOREIGN;
    throw error;
  }
}

/**
 * The pixels of tiles, straight from their pictures where the page may read these, else from a capture of the tab.
 *
 * @throws UnreadableError with the reason for the person
 */
export async function readTiles(
  tiles: readonly Tile[],
  capturer: Capturer,
  signal: AbortSignal,
): Promise<Map<Tile, TileImage>> {
  const measure = createMeasurer();
  const read = await Promise.all(tiles.map(async (tile) => ({ tile, image: await readTile(tile, measure) })));
  signal.throwIfAborted();
  const images = new Map<Tile, TileImage>();
  for (const { tile, image } of read) if (image !== FOREIGN) images.set(tile, image);
  const foreign = tiles.filter((tile) => !images.has(tile));
  const captured = await captureTiles(foreign, capturer, signal);
  return new Map([...images, ...captured]);
}
