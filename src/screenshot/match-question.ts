import type { Box } from '../shared/picture.ts';
import type { TextLine } from '../ocr/text-line.ts';
import { findQuestions, type FoundQuestion } from './find-question.ts';
import { overlap } from '../segmentation/overlap.ts';
import type { TileGrid } from '../segmentation/segment.ts';

export interface Match {
  readonly grid: TileGrid;
  readonly question: FoundQuestion;
}

/** Farthest distance between a question and its grid, in heights of the grid. */
const FARTHEST = 0.8;

/** What a question costs more for standing below its grid, or beside it; heights of the grid. */
const BELOW = 0.25;
const BESIDE = 0.4;

/** A line is a picture's own when most of it lies on tiles. */
const ON_TILES = 0.6;

/** The question and the grid that stand nearest to each other as a reader would take them together. */
export function matchQuestion(grids: readonly TileGrid[], lines: readonly TextLine[]): Match | undefined {
  const [best] = grids
    .flatMap((grid) => {
      const free = lines.filter(({ box }) => overlap(box, grid.box) < ON_TILES);
      return findQuestions(free, grid.box).map((question) => ({
        grid,
        question,
        cost: distance(question.box, grid.box),
      }));
    })
    .filter(({ cost }) => cost <= FARTHEST)
    .toSorted((a, b) => a.cost - b.cost);
  return best;
}

/** In heights of the grid; 0 is right above it. */
function distance(text: Box, grid: Box): number {
  const above = grid.y - (text.y + text.height);
  const below = text.y - (grid.y + grid.height);
  const aside = Math.max(grid.x - (text.x + text.width), text.x - (grid.x + grid.width), 0);
  const apart = Math.max(above, below, 0);
  const penalty = apart === 0 && aside > 0 ? BESIDE : above < below ? BELOW : 0;
  return (apart + aside) / grid.height + penalty;
}
