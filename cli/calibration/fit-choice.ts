import { solveLinear } from './solve-linear.ts';

/** A choice that was made: one row of features a candidate, all rows of one length. */
export interface Choice {
  readonly candidates: readonly Float64Array[];
  /** Index of the candidate that was right. */
  readonly right: number;
}

export interface Fit {
  /** One a feature. */
  readonly weights: Float64Array;
  /** Mean of -ln(chance given to the right candidate). */
  readonly loss: number;
}

const MOST_STEPS = 60;
const MOST_HALVINGS = 30;
/** A step that gains less than this is the last. */
const LEAST_GAIN = 1e-9;

/**
 * Finds the weights under which softmax(weights · features) gives the right candidates the most chance: Newton's
 * method, each step halved until it gains. `ridge` pulls the weights of features scaled to deviation 1 towards 0.
 */
export function fitChoice(choices: readonly Choice[], ridge: number): Fit {
  const scales = deviations(choices);
  const scaled = choices.map(({ candidates, right }) => ({
    right,
    candidates: candidates.map((row) => row.map((value, feature) => value / (scales[feature] ?? 1))),
  }));
  let weights = new Float64Array(scales.length);
  let loss = measure(scaled, weights, ridge);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, curvature } = differentiate(scaled, weights, ridge);
    const direction = solveLinear(curvature, gradient);
    let gained = 0;
    for (let halving = 0, length = 1; halving < MOST_HALVINGS && gained <= 0; halving++, length /= 2) {
      const tried = weights.map((weight, feature) => weight - length * (direction[feature] ?? 0));
      const found = measure(scaled, tried, ridge);
      if (found >= loss) continue;
      gained = loss - found;
      [weights, loss] = [tried, found];
    }
    if (gained < LEAST_GAIN) break;
  }
  return {
    weights: weights.map((weight, feature) => weight / (scales[feature] ?? 1)),
    loss: measure(scaled, weights, 0),
  };
}

/** Of each feature over all candidates; 1 for one that never changes. */
function deviations(choices: readonly Choice[]): Float64Array {
  const rows = choices.flatMap(({ candidates }) => candidates);
  const features = rows[0]?.length ?? 0;
  return Float64Array.from({ length: features }, (_, feature) => {
    let [sum, squares] = [0, 0];
    for (const row of rows) {
      const value = row[feature] ?? 0;
      sum += value;
      squares += value * value;
    }
    const variance = squares / rows.length - (sum / rows.length) ** 2;
    return variance > 1e-12 ? Math.sqrt(variance) : 1;
  });
}

/** Chances of the candidates, in place of a new array each time. */
function chancesInto(into: Float64Array, candidates: readonly Float64Array[], weights: Float64Array): void {
  let largest = -Infinity;
  candidates.forEach((row, index) => {
    let score = 0;
    for (let feature = 0; feature < weights.length; feature++) {
      score += (weights[feature] ?? 0) * (row[feature] ?? 0);
    }
    into[index] = score;
    largest = Math.max(largest, score);
  });
  let total = 0;
  for (let index = 0; index < candidates.length; index++) {
    into[index] = Math.exp((into[index] ?? 0) - largest);
    total += into[index] ?? 0;
  }
  for (let index = 0; index < candidates.length; index++) into[index] = (into[index] ?? 0) / total;
}

const SMALLEST = 1e-300;

function measure(choices: readonly Choice[], weights: Float64Array, ridge: number): number {
  const chances = new Float64Array(mostCandidates(choices));
  let sum = 0;
  for (const { candidates, right } of choices) {
    chancesInto(chances, candidates, weights);
    sum -= Math.log(Math.max(SMALLEST, chances[right] ?? 0));
  }
  return sum / choices.length + (ridge / 2) * weights.reduce((total, weight) => total + weight * weight, 0);
}

function differentiate(choices: readonly Choice[], weights: Float64Array, ridge: number) {
  const size = weights.length;
  const gradient = weights.map((weight) => ridge * weight);
  const curvature = new Float64Array(size * size);
  const chances = new Float64Array(mostCandidates(choices));
  const mean = new Float64Array(size);
  const share = 1 / choices.length;
  for (const { candidates, right } of choices) {
    chancesInto(chances, candidates, weights);
    mean.fill(0);
    candidates.forEach((row, index) => {
      const chance = chances[index] ?? 0;
      for (let a = 0; a < size; a++) {
        const value = row[a] ?? 0;
        mean[a] = (mean[a] ?? 0) + chance * value;
        if (value === 0 || chance < 1e-9) continue;
        const weighed = share * chance * value;
        for (let b = 0; b <= a; b++) {
          curvature[a * size + b] = (curvature[a * size + b] ?? 0) + weighed * (row[b] ?? 0);
        }
      }
    });
    const chosen = candidates[right];
    for (let a = 0; a < size; a++) {
      gradient[a] = (gradient[a] ?? 0) + share * ((mean[a] ?? 0) - (chosen?.[a] ?? 0));
      const weighed = share * (mean[a] ?? 0);
      for (let b = 0; b <= a; b++) {
        curvature[a * size + b] = (curvature[a * size + b] ?? 0) - weighed * (mean[b] ?? 0);
      }
    }
  }
  for (let a = 0; a < size; a++) {
    curvature[a * size + a] = (curvature[a * size + a] ?? 0) + ridge + 1e-9;
    for (let b = 0; b < a; b++) curvature[b * size + a] = curvature[a * size + b] ?? 0;
  }
  return { gradient, curvature };
}

function mostCandidates(choices: readonly Choice[]): number {
  return choices.reduce((most, { candidates }) => Math.max(most, candidates.length), 0);
}
