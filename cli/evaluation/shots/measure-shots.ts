import { learnedWord } from '../../../src/engine/learning/learned-word.ts';
import type { Example } from '../../../src/engine/learning/example.ts';
import type { Word } from '../../../src/engine/word.ts';
import { seededRandom } from '../../demo-pictures/seeded-random.ts';
import type { Album } from '../album.ts';
import type { Algorithm } from '../algorithms.ts';
import { isRight } from '../differences.ts';
import { groupBy } from '../group-by.ts';
import { predict, type Prediction } from '../predict.ts';
import type { LabelledGrid } from '../read-grids.ts';
import { splitPictures, type SplitGrids } from './split-pictures.ts';
import { takeLessons } from './take-lessons.ts';

/** Words counted as weak: those of which the fewest lesson grids come out right without any correction. */
const WEAK_WORDS = 20;

/** Shares, 0..1, of test grids. */
export interface TaughtAccuracy {
  readonly words: number;
  readonly grids: number;
  readonly gridAccuracy: number;
  readonly gridAccuracyWithCount: number;
}

/** What so many corrections a weak word come to, on pictures that no lesson showed. */
export interface ShotsReport {
  readonly shots: number;
  readonly weak: TaughtAccuracy;
  /** The words that nobody corrected, while the weak ones were. */
  readonly others: TaughtAccuracy;
  readonly weakWords: Readonly<Record<string, number>>;
}

/** Teaches the weakest words of these grids and measures all words, for each number of corrections. */
export function measureShots(
  grids: readonly LabelledGrid[],
  album: Album,
  more: readonly Album[],
  algorithm: Algorithm,
  shots: readonly number[],
): readonly ShotsReport[] {
  const random = seededRandom(1);
  const split = new Map<string, SplitGrids>();
  for (const [text, same] of groupBy(grids, (grid) => grid.text)) {
    const halves = splitPictures(same, random);
    if (halves) split.set(text, halves);
  }
  const untaught = (grid: LabelledGrid): Prediction => predict(grid, album, more, algorithm);
  const strength = new Map(
    [...split].map(([text, { lessons }]) => [text, accuracyOf(lessons.map(untaught)).gridAccuracy]),
  );
  const weakest = [...split.keys()]
    .toSorted((a, b) => (strength.get(a) ?? 0) - (strength.get(b) ?? 0))
    .slice(0, WEAK_WORDS);

  return shots.map((count) => {
    const words = new Map(album.words);
    for (const text of weakest) {
      const word = album.words.get(text);
      const lessons = split.get(text)?.lessons;
      if (!word || !lessons) continue;
      const asTaught = (examples: readonly Example[]): Word => learnedWord(word, examples);
      const answerOf = (grid: LabelledGrid, examples: readonly Example[]): readonly number[] => {
        const taught = new Map([[text, asTaught(examples)]]);
        const as = (look: Album): Album => look.withWords(taught);
        return predict(grid, as(album), more.map(as), algorithm).predicted;
      };
      words.set(text, asTaught(takeLessons(lessons, count, answerOf, (tile) => album.vectorOf(tile))));
    }
    const taught = album.withWords(words);
    const taughtMore = more.map((look) => look.withWords(words));
    const test = (texts: readonly string[]): Prediction[] =>
      texts.flatMap((text) =>
        (split.get(text)?.tests ?? []).map((grid) => predict(grid, taught, taughtMore, algorithm)),
      );
    const weak = test(weakest);
    const byWord = [...groupBy(weak, ({ text }) => text)];
    return {
      shots: count,
      weak: accuracyOf(weak),
      others: accuracyOf(test([...split.keys()].filter((text) => !weakest.includes(text)))),
      weakWords: Object.fromEntries(byWord.map(([text, same]) => [text, accuracyOf(same).gridAccuracy])),
    };
  });
}

function accuracyOf(predictions: readonly Prediction[]): TaughtAccuracy {
  const grids = predictions.length;
  const share = (count: number): number => (grids === 0 ? 0 : count / grids);
  const right = predictions.filter(({ answer, predicted }) => isRight(answer, predicted));
  const rightWithCount = predictions.filter(({ answer, predictedWithCount }) =>
    isRight(answer, predictedWithCount),
  );
  return {
    words: new Set(predictions.map(({ text }) => text)).size,
    grids,
    gridAccuracy: share(right.length),
    gridAccuracyWithCount: share(rightWithCount.length),
  };
}
