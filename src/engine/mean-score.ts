import type { TileScore } from '../shared/protocol.ts';
import { chanceOf, logOdds } from './grid-features.ts';

/** The score of a tile that was looked at several times, once at least: the mean of the log-odds. */
export function meanScore([first, ...more]: readonly [TileScore, ...TileScore[]]): TileScore {
  const { clarity, things } = first;
  const meanOf = (own: number, read: (score: TileScore) => number | undefined): number =>
    mean([own, ...more.map((score) => read(score) ?? own)]);
  return {
    probability: meanOf(first.probability, ({ probability }) => probability),
    ...(clarity === undefined ? {} : { clarity: meanOf(clarity, (score) => score.clarity) }),
    ...(things && {
      things: things.map((thing, index) => meanOf(thing, (score) => score.things?.[index])),
    }),
  };
}

function mean(probabilities: readonly number[]): number {
  return chanceOf(
    probabilities.reduce((sum, probability) => sum + logOdds(probability), 0) / probabilities.length,
  );
}
