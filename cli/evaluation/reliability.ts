import { groupBy } from './group-by.ts';
const BINS = 10;

/** Tiles whose chance lies from `from` up to `to`; the last bin holds 1 too. Empty bins are left out. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly tiles: number;
  /** Mean of the chances. */
  readonly said: number;
  /** Share of tiles that are right. */
  readonly found: number;
}

interface Tile {
  readonly chance: number;
  readonly isRight: boolean;
}

export function reliability(tiles: readonly Tile[]): readonly Bin[] {
  const binOf = ({ chance }: Tile): number => Math.min(BINS - 1, Math.floor(chance * BINS));
  return [...groupBy(tiles, binOf)]
    .toSorted(([a], [b]) => a - b)
    .map(([bin, inside]) => ({
      from: bin / BINS,
      to: (bin + 1) / BINS,
      tiles: inside.length,
      said: inside.reduce((sum, { chance }) => sum + chance, 0) / inside.length,
      found: inside.filter(({ isRight }) => isRight).length / inside.length,
    }));
}

/** Expected calibration error: how far what was said is from what was found, weighed by tiles; 0 without any. */
export function calibrationError(bins: readonly Bin[]): number {
  const tiles = bins.reduce((sum, bin) => sum + bin.tiles, 0);
  return bins.reduce((sum, bin) => sum + (bin.tiles / tiles) * Math.abs(bin.said - bin.found), 0);
}
