import { decide, type DecisionRule } from '../../src/engine/decide.ts';
import type { UnitVector } from '../../src/engine/unit-vector.ts';
import type { Word } from '../../src/engine/word.ts';
import type { LabelledGrid } from './read-grids.ts';

/** What was decided of a grid; a line of `--out`. Positions from 0, as in `answer`. */
export interface Prediction {
  readonly line: number;
  readonly text: string;
  readonly known: boolean;
  readonly probabilities: readonly number[];
  readonly answer: readonly number[];
  readonly predicted: readonly number[];
  /** The same with the count given to the decision. */
  readonly predictedWithCount: readonly number[];
}

export function predict(
  grid: LabelledGrid,
  word: Word,
  vectors: ReadonlyMap<string, UnitVector>,
  rule: DecisionRule,
): Prediction {
  const probabilities = grid.tiles.map((tile) => {
    const vector = vectors.get(tile);
    if (vector === undefined) throw new TypeError(`expected ${tile} to be encoded`);
    return word.probabilityOf(vector);
  });
  const { known } = word;
  return {
    line: grid.line,
    text: grid.text,
    known,
    probabilities,
    answer: [...grid.answer].toSorted((a, b) => a - b),
    predicted: fromZero(decide({ probabilities, known }, rule).selected),
    predictedWithCount: fromZero(decide({ probabilities, known, count: grid.count }, rule).selected),
  };
}

function fromZero(positions: readonly number[]): number[] {
  return positions.map((position) => position - 1);
}
