import { groupBy } from '../group-by.ts';
import type { Prediction } from '../predict.ts';
import type { LabelledGrid } from '../read-grids.ts';

/** What goes wrong where one word is asked for. */
export interface WordConfusion {
  readonly text: string;
  readonly grids: number;
  readonly wrongGrids: number;
  /** Right tiles that were left. */
  readonly missed: number;
  /** Wrong tiles that were chosen, by what they show as far as the grids tell. */
  readonly taken: readonly { readonly shows: string; readonly tiles: number }[];
}

/** Words with at least one wrong grid, the one with the most first. */
export function confusionByWord(
  grids: readonly LabelledGrid[],
  predictions: readonly Prediction[],
): readonly WordConfusion[] {
  const shown = mostSpecificWords(grids);
  const byLine = new Map(grids.map((grid) => [grid.line, grid]));
  return [...groupBy(predictions, ({ text }) => text)]
    .map(([text, same]) => {
      let [wrongGrids, missed] = [0, 0];
      const taken = new Map<string, number>();
      for (const { line, answer, predicted } of same) {
        const left = answer.filter((position) => !predicted.includes(position));
        const wrong = predicted.filter((position) => !answer.includes(position));
        if (left.length + wrong.length > 0) wrongGrids++;
        missed += left.length;
        for (const position of wrong) {
          const shows = shown.get(byLine.get(line)?.tiles[position] ?? '') ?? 'nothing that was asked for';
          taken.set(shows, (taken.get(shows) ?? 0) + 1);
        }
      }
      const sorted = [...taken]
        .map(([shows, tiles]) => ({ shows, tiles }))
        .toSorted((a, b) => b.tiles - a.tiles);
      return { text, grids: same.length, wrongGrids, missed, taken: sorted };
    })
    .filter(({ wrongGrids }) => wrongGrids > 0)
    .toSorted((a, b) => b.wrongGrids - a.wrongGrids);
}

/** For each picture, of the words that it is right for the one that fits the fewest pictures. */
function mostSpecificWords(grids: readonly LabelledGrid[]): ReadonlyMap<string, string> {
  const pictures = new Map<string, Set<string>>();
  for (const { text, tiles, answer } of grids) {
    const right = pictures.get(text) ?? new Set();
    pictures.set(text, right);
    for (const position of answer) right.add(tiles[position] ?? '');
  }
  const words = new Map<string, string>();
  for (const [text, right] of [...pictures].toSorted(([, a], [, b]) => b.size - a.size)) {
    for (const picture of right) words.set(picture, text);
  }
  return words;
}
