import type { UnitVector } from '../unit-vector.ts';

/** Grids whose features are kept for being taught: sixteen tiles of 1,369 features take 88 kB. */
const MOST_GRIDS = 16;

/** A grid as it was scored last. */
export interface ScoredGrid {
  readonly model: string;
  /** What was asked for, where that is one thing. */
  readonly word: string | undefined;
  /** By slot; undefined for a tile that was never seen. */
  readonly vectors: readonly (UnitVector | undefined)[];
}

export interface GridMemory {
  /** Slots without a vector keep the one they had. */
  remember(gridId: string, grid: ScoredGrid): void;
  find(gridId: string): ScoredGrid | undefined;
}

export function createGridMemory(): GridMemory {
  // In the order of last use: the first is the one to go.
  const grids = new Map<string, ScoredGrid>();
  return {
    remember(gridId, grid) {
      const before = grids.get(gridId);
      const isSame = before?.model === grid.model && before.vectors.length === grid.vectors.length;
      const vectors = isSame
        ? grid.vectors.map((vector, slot) => vector ?? before.vectors[slot])
        : grid.vectors;
      grids.delete(gridId);
      grids.set(gridId, { ...grid, vectors });
      const [oldest] = grids.keys();
      if (grids.size > MOST_GRIDS && oldest !== undefined) grids.delete(oldest);
    },
    find: (gridId) => grids.get(gridId),
  };
}
