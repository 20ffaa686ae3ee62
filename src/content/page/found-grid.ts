import type { AskingText } from './asking-texts.ts';
import type { Tile } from './tile.ts';

/** A question with the grid it asks about. */
export interface FoundGrid {
  readonly asking: AskingText;
  readonly rows: number;
  readonly columns: number;
  /** rows * columns in reading order. */
  readonly tiles: readonly Tile[];
}
