import type { GridScores } from '../../src/engine/decide.ts';
import type { TileScore } from '../../src/shared/protocol.ts';
import { meanScore } from '../../src/engine/second-look.ts';
import type { Album, TileScores } from './album.ts';
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

/** `second` holds the same pictures mirrored, for algorithms that look twice where they are unsure. */
export function predict(
  grid: LabelledGrid,
  album: Album,
  second: Album | undefined,
  algorithm: Algorithm,
): Prediction {
  const first = album.scores(grid.text, grid.tiles);
  const { probabilities } = first;
  const scores: GridScores = { ...first, known: album.words.get(grid.text)?.known === true };
  const again = algorithm.looksTwice ? second?.scores(grid.text, grid.tiles) : undefined;
  const plain = decideTwice(scores, again, algorithm);
  const counted = decideTwice({ ...scores, count: grid.count }, again, algorithm);
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

function decideTwice(scores: GridScores, again: TileScores | undefined, algorithm: Algorithm): Sure {
  const first = algorithm.decide(scores);
  if (first.outcome !== 'unsure' || again === undefined) return first;
  const seconds = tileScores(again);
  const means = tileScores(scores).map((score, tile) => meanScore(score, seconds[tile] ?? score));
  return algorithm.decide({
    ...scores,
    probabilities: means.map(({ probability }) => probability),
    clarities: means.map(({ clarity }) => clarity),
  });
}

function tileScores({ probabilities, clarities }: GridScores | TileScores): TileScore[] {
  return probabilities.map((probability, tile) => {
    const clarity = clarities?.[tile];
    return { probability, ...(clarity === undefined ? {} : { clarity }) };
  });
}

function isAnswered({ outcome }: Sure): boolean {
  return outcome === 'some' || outcome === 'none';
}

function fromZero(positions: readonly number[]): number[] {
  return positions.map((position) => position - 1);
}
