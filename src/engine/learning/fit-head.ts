import { addTimes, dot, pictureSpace } from './picture-space.ts';
import type { Example } from './example.ts';
import { invertSymmetric } from './invert-symmetric.ts';
import { logLoss } from './log-odds.ts';

/** What the person's examples of one word add to the model's own log-odds of a picture. */
export interface Head {
  /** How much of what the examples say is added, chosen by leaving each example out in turn; 0 is nothing. */
  readonly weight: number;
  /** Whether the examples alone, left out in turn, are told apart better than by what the model says without them. */
  readonly isTrusted: boolean;
  /** Log-odds to add to the model's. */
  shiftOf(vector: Float32Array): number;
}

/** Log-odds that a taught example is to reach: a chance of 0.88. An example that is beyond already asks for nothing. */
const MARGIN = 2;
/** Prior variances of what the examples may move: all pictures alike, and each by where it lies. */
const SHARED = 1;
const OWN = 16;
/** Variance of what a person says of a tile; keeps one example from bending everything around it. */
const NOISE = 1;
/** A few examples are drawn to their prior, so that what they say of others is to be believed more than once. */
const WEIGHTS = [0, 0.5, 1, 1.5, 2, 3, 4] as const;
/** Fewer of either kind say nothing of what the word means. */
const FEWEST_OF_A_KIND = 2;

const NOTHING: Head = { weight: 0, isTrusted: false, shiftOf: () => 0 };

/**
 * Ridge regression of what is still missing, in closed form: the examples ask for log-odds of at least ±MARGIN, the
 * model already gives `logOdds`, and the difference is explained by where the pictures lie (kernel
 * SHARED + OWN · cosine, Rasmussen and Williams 2006, chapter 2; leave-one-out by their equation 5.12).
 *
 * @param logOdds what is said of each example without this head
 * @param mostWeight how often the examples may be believed
 */
export function fitHead(
  examples: readonly Example[],
  logOdds: readonly number[],
  mostWeight: number = WEIGHTS[WEIGHTS.length - 1] ?? 0,
): Head {
  if (examples.length === 0) return NOTHING;
  const signs = examples.map(({ isRight }) => (isRight ? 1 : -1));
  const missing = signs.map((sign, index) => sign * Math.max(0, MARGIN - sign * (logOdds[index] ?? 0)));
  const space = pictureSpace(examples.map(({ vector }) => vector));
  const places = examples.map(({ vector }) => space.place(vector));
  const inverse = invertSymmetric(kernelOf(places), places.length);
  const pulls = times(inverse, missing);

  const left = missing.map(
    (value, index) => value - (pulls[index] ?? 0) / diagonal(inverse, index, places.length),
  );
  const loss = (weight: number): number =>
    logLoss(
      signs,
      logOdds.map((own, index) => own + weight * (left[index] ?? 0)),
    );
  const losses = WEIGHTS.filter((weight) => weight <= mostWeight).map(loss);
  const weight = WEIGHTS[losses.indexOf(Math.min(...losses))] ?? 0;
  if (weight === 0) return NOTHING;

  const toAll = SHARED * pulls.reduce((sum, pull) => sum + pull, 0);
  const direction = sumOf(places, pulls);
  const right = examples.filter(({ isRight }) => isRight).length;
  return {
    weight,
    isTrusted: Math.min(right, examples.length - right) >= FEWEST_OF_A_KIND,
    shiftOf: (vector) => weight * (toAll + OWN * dot(space.place(vector), direction)),
  };
}

function kernelOf(places: readonly Float32Array[]): Float64Array {
  const n = places.length;
  const kernel = new Float64Array(n * n);
  for (const [row, a] of places.entries()) {
    for (const [column, b] of places.entries()) {
      if (column > row) break;
      const value = SHARED + OWN * dot(a, b) + (row === column ? NOISE : 0);
      kernel[row * n + column] = value;
      kernel[column * n + row] = value;
    }
  }
  return kernel;
}

function times(matrix: Float64Array, vector: readonly number[]): number[] {
  const n = vector.length;
  return vector.map((_, row) =>
    vector.reduce((sum, value, column) => sum + (matrix[row * n + column] ?? 0) * value, 0),
  );
}

function diagonal(matrix: Float64Array, index: number, n: number): number {
  return matrix[index * n + index] ?? 1;
}

function sumOf(places: readonly Float32Array[], pulls: readonly number[]): Float32Array {
  const sum = new Float32Array(places[0]?.length ?? 0);
  for (const [index, place] of places.entries()) addTimes(sum, pulls[index] ?? 0, place);
  return sum;
}
