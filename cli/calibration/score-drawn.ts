import type { Album, TileScores } from '../evaluation/album.ts';
import { meanScores } from '../evaluation/mean-scores.ts';
import type { DrawnGrid } from './draw-grids.ts';
import type { ScoredGrid } from './fit-calibration.ts';

/** Share of the questions that are scored as after further looks, since the same weights decide those. */
const LOOKED_AGAIN = 0.5;

/**
 * Scores a question as a grid is seen: in its tiles' own views, and for some as often again as a grid that stays
 * unsure may be.
 *
 * @param albums the pictures in each view
 */
export function scoreDrawn(
  { text, tiles, views, isRight }: DrawnGrid,
  albums: readonly Album[],
  random: () => number,
): ScoredGrid {
  const further = random() < LOOKED_AGAIN ? 1 + Math.floor(random() * (albums.length - 1)) : 0;
  const looks = albums.map((album) => album.scores(text, tiles));
  const lookAt = (depth: number): TileScores => {
    const seen = tiles.map((_, tile) => looks[((views[tile] ?? 0) + depth) % looks.length]);
    return {
      probabilities: seen.map((look, tile) => look?.probabilities[tile] ?? 0),
      clarities: seen.map((look, tile) => look?.clarities[tile]),
    };
  };
  const again = Array.from({ length: further }, (_, depth) => lookAt(depth + 1));
  return { ...meanScores(lookAt(0), again), isRight };
}
