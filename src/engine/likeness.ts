import type { TileScore } from '../shared/protocol.ts';
import type { ModelConfig } from './model-config.ts';
import type { UnitVector } from './unit-vector.ts';

export type ExampleRule = NonNullable<ModelConfig['example']>;

/**
 * Cosine of two pictures over the dimensions that say what is to be seen, 0 where it is less. Others would drown them: a
 * constant that all pictures share makes all of them alike.
 */
export function likenessOf(a: UnitVector, b: UnitVector, dimensions: number): number {
  let [both, first, second] = [0, 0, 0];
  for (let index = 0; index < dimensions; index++) {
    const [x, y] = [a[index] ?? 0, b[index] ?? 0];
    both += x * y;
    first += x * x;
    second += y * y;
  }
  return both <= 0 ? 0 : Math.min(1, both / Math.sqrt(first * second));
}

/**
 * Probability of each tile to show what the example shows. How alike is alike enough depends on the example, so a tile
 * is weighed against the others: against the half of them that is the least like it, and against the one most like it.
 */
function weighLikeness(likeness: readonly number[], { weights }: ExampleRule): number[] {
  const sorted = likeness.toSorted((a, b) => a - b);
  const half = sorted.slice(0, Math.max(1, Math.floor(sorted.length / 2)));
  const least = half.reduce((sum, value) => sum + value, 0) / half.length;
  const most = sorted.at(-1) ?? 0;
  const shared = weights.constant + weights.least * least + weights.most * most;
  return likeness.map((own) => 1 / (1 + Math.exp(-(shared + weights.own * own))));
}

/** Scores of tiles with what they come to together; a hole in the grid is like nothing. */
export function weighScores(scores: readonly TileScore[], rule: ExampleRule): TileScore[] {
  const seen = scores.flatMap(({ things: [likeness] = [] }) => likeness ?? []);
  const weighed = weighLikeness(seen, rule).values();
  return scores.map(({ things }) =>
    things?.[0] === undefined ? { probability: 0 } : { probability: weighed.next().value ?? 0, things },
  );
}
