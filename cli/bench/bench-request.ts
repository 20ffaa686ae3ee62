import type { SolveRequest, TileImage } from '../../src/shared/protocol.ts';

/** Side of a tile on an ordinary page, pixels. */
const TILE_SIDE = 120;
const TILES = 9;

/**
 * A nine-tile question; the seed gives it pixels of its own. Decided by hand, so that every grid is looked at once: the
 * model's own decision looks at an unsure one a second time, which costs as much again.
 */
export function benchRequest(seed: number): SolveRequest {
  const tiles = Array.from({ length: TILES }, (_, index) => ({
    kind: 'pixels' as const,
    image: benchTile(seed * TILES + index),
  }));
  return {
    gridId: `bench-${seed}`,
    rows: 3,
    columns: 3,
    question: '请选择所有的公交车',
    text: '公交车',
    threshold: 0.5,
    tiles,
  };
}

/** Soft waves: what a tile shows does not change what it costs. */
function benchTile(seed: number): TileImage {
  const rgba = Uint8Array.from({ length: TILE_SIDE * TILE_SIDE * 4 }, (_, index) => {
    const channel = index % 4;
    const x = (index >> 2) % TILE_SIDE;
    const y = Math.floor((index >> 2) / TILE_SIDE);
    return channel === 3 ? 255 : 128 + 127 * Math.sin((x * (channel + 1)) / 9 + y / 7 + seed);
  });
  return { width: TILE_SIDE, height: TILE_SIDE, rgba };
}
