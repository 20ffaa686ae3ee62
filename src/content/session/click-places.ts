import { nextFrame } from '../wait.ts';
import { words } from '../words.ts';
import { clickTile } from './click-tile.ts';
import { selectedTiles } from './selected.ts';
import type { TileMemory } from './tile-memory.ts';
import { UnreadableError } from './unreadable-error.ts';

/**
 * Clicks tiles, one a frame: pages that redraw between frames would count two clicks of one frame as one. What is
 * wanted and chosen already is passed over; what is not wanted is clicked to take its choice back.
 *
 * @param onClick after each click
 * @throws when a tile is gone
 */
export async function clickPlaces(
  places: readonly number[],
  isWanted: (index: number) => boolean,
  memory: TileMemory,
  onClick: (index: number) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const index of places) {
    const tiles = memory.tiles();
    const tile = tiles[index];
    if (!tile || (isWanted(index) && selectedTiles(tiles)[index])) continue;
    if (!clickTile(tile, tiles)) throw new UnreadableError(words().tileGone);
    memory.markClicked(index, isWanted(index));
    onClick(index);
    await nextFrame(signal);
  }
}
