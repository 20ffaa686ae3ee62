import type { TileScore } from '../shared/protocol.ts';
import { chanceOf, logOdds } from './grid-features.ts';
import type { Tensor } from './model-session.ts';

/** Exchanges left and right of every picture of `[images, channels, height, width]`, in place. */
export function mirror({ data, dims }: Tensor): void {
  const width = dims[3] ?? 0;
  for (let start = 0; start < data.length; start += width) data.subarray(start, start + width).reverse();
}

/** The score of a tile that was looked at twice: the mean of the log-odds. */
export function meanScore(first: TileScore, second: TileScore): TileScore {
  const { clarity = second.clarity, things } = first;
  return {
    probability: mean(first.probability, second.probability),
    ...(clarity === undefined ? {} : { clarity: mean(clarity, second.clarity ?? clarity) }),
    ...(things && { things: things.map((thing, index) => mean(thing, second.things?.[index] ?? thing)) }),
  };
}

function mean(a: number, b: number): number {
  return chanceOf((logOdds(a) + logOdds(b)) / 2);
}
