import { meanScore } from '../../src/engine/mean-score.ts';
import type { TileScore } from '../../src/shared/protocol.ts';
import type { TileScores } from './album.ts';

/** What several looks at the same tiles come to; the first tells how many tiles there are. */
export function meanScores(first: TileScores, more: readonly TileScores[]): TileScores {
  const means = first.probabilities.map((_, tile) =>
    meanScore([scoreOf(first, tile), ...more.map((look) => scoreOf(look, tile))]),
  );
  return {
    probabilities: means.map(({ probability }) => probability),
    clarities: means.map(({ clarity }) => clarity),
  };
}

function scoreOf({ probabilities, clarities }: TileScores, tile: number): TileScore {
  const clarity = clarities[tile];
  return { probability: probabilities[tile] ?? 0, ...(clarity === undefined ? {} : { clarity }) };
}
