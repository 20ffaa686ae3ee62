import type { Example } from '../../../src/engine/learning/example.ts';
import type { LabelledGrid } from '../read-grids.ts';

/** Grids after which a person has met enough of a word, corrected or not. */
const MOST_LESSONS = 12;

/**
 * What a person teaches who corrects wrong tiles, one correction each, until there were `shots`: grid by grid, answered
 * as taught so far, and the tiles that were right confirmed where any was corrected.
 *
 * @param answerOf positions from 0 that are chosen of a grid by a word as taught
 */
export function takeLessons(
  lessons: readonly LabelledGrid[],
  shots: number,
  answerOf: (grid: LabelledGrid, examples: readonly Example[]) => readonly number[],
  vectorOf: (tile: string) => Example['vector'],
): readonly Example[] {
  const taught = new Map<string, Example>();
  let corrections = 0;
  for (const grid of lessons.slice(0, MOST_LESSONS)) {
    if (corrections >= shots) break;
    const chosen = answerOf(grid, [...taught.values()]);
    const isWrong = (position: number): boolean => chosen.includes(position) !== grid.answer.has(position);
    const wrong = grid.tiles.map((_, position) => position).filter(isWrong);
    if (wrong.length === 0) continue;
    const corrected = wrong.slice(0, shots - corrections);
    corrections += corrected.length;
    for (const [position, tile] of grid.tiles.entries()) {
      const isCorrected = corrected.includes(position);
      if (!isCorrected && (isWrong(position) || taught.get(tile)?.isCorrected === true)) continue;
      taught.set(tile, { vector: vectorOf(tile), isRight: grid.answer.has(position), isCorrected });
    }
  }
  return [...taught.values()];
}
