import type { GridScores } from '../../src/engine/decide.ts';
import type { Album, TileScores } from './album.ts';
import type { Algorithm, Sure } from './algorithms.ts';
import { meanScores } from './mean-scores.ts';
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

type Question = Pick<GridScores, 'known' | 'count'>;

/** `more` holds the same pictures, an album for each further look that an algorithm takes where it is unsure. */
export function predict(
  grid: LabelledGrid,
  album: Album,
  more: readonly Album[],
  algorithm: Algorithm,
): Prediction {
  const first = album.scores(grid.text, grid.tiles);
  const { probabilities } = first;
  const known = album.words.get(grid.text)?.known === true;
  const again = algorithm.looksAgain ? more.map((look) => look.scores(grid.text, grid.tiles)) : [];
  const plain = decideLooking(first, again, { known }, algorithm);
  const counted = decideLooking(first, again, { known, count: grid.count }, algorithm);
  return {
    line: grid.line,
    text: grid.text,
    known,
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

function decideLooking(
  first: TileScores,
  again: readonly TileScores[],
  question: Question,
  algorithm: Algorithm,
): Sure {
  let decision = algorithm.decide({ ...first, ...question });
  for (let looks = 1; looks <= again.length && decision.outcome === 'unsure'; looks++) {
    decision = algorithm.decide({ ...meanScores(first, again.slice(0, looks)), ...question });
  }
  return decision;
}

function isAnswered({ outcome }: Sure): boolean {
  return outcome === 'some' || outcome === 'none';
}

function fromZero(positions: readonly number[]): number[] {
  return positions.map((position) => position - 1);
}
