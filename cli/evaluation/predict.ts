import type { GridScores } from '../../src/engine/decide.ts';
import type { Album } from './album.ts';
import type { Algorithm, Sure } from './algorithms.ts';
import type { LabelledGrid } from './read-grids.ts';

/** What was decided of a grid; a line of `--out`. Positions from 0, as in `answer`. */
export interface Prediction {
  readonly line: number;
  readonly text: string;
  readonly known: boolean;
  /** What the model said of each tile by itself. */
  readonly probabilities: readonly number[];
  /** Chance of each tile being right in view of the whole grid. */
  readonly chances: readonly number[];
  readonly answer: readonly number[];
  readonly predicted: readonly number[];
  /** False for a grid that is left to the person. */
  readonly answered: boolean;
  /** How sure the decision is of the whole grid, 0..1. */
  readonly confidence: number;
  /** The same with the count given to the decision. */
  readonly predictedWithCount: readonly number[];
  readonly answeredWithCount: boolean;
  readonly confidenceWithCount: number;
}

export function predict(grid: LabelledGrid, album: Album, algorithm: Algorithm): Prediction {
  const probabilities = album.probabilities(grid.text, grid.tiles);
  const scores: GridScores = { probabilities, known: album.words.get(grid.text)?.known === true };
  const plain = algorithm.decide(scores);
  const counted = algorithm.decide({ ...scores, count: grid.count });
  return {
    line: grid.line,
    text: grid.text,
    known: scores.known,
    probabilities,
    chances: plain.chances,
    answer: [...grid.answer].toSorted((a, b) => a - b),
    predicted: fromZero(plain.selected),
    answered: isAnswered(plain),
    confidence: plain.confidence,
    predictedWithCount: fromZero(counted.selected),
    answeredWithCount: isAnswered(counted),
    confidenceWithCount: counted.confidence,
  };
}

function isAnswered({ outcome }: Sure): boolean {
  return outcome === 'some' || outcome === 'none';
}

function fromZero(positions: readonly number[]): number[] {
  return positions.map((position) => position - 1);
}
