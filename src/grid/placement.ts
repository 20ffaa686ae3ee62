import type { Bounds } from './shape.ts';

/** A question further away than this from its grid, in CSS pixels, or in parts of the grid's height, is of something else. */
const MAX_ABOVE_PIXELS = 160;
const MAX_ABOVE = 0.6;
const MAX_BELOW_PIXELS = 90;
const MAX_ASIDE_PIXELS = 160;
const MAX_ASIDE = 0.6;
/** How far a question above may be set off to the side: headings stand at the left of wide pages. */
const MAX_SHIFT = 0.5;
/** A question may reach into the grid by this part of the grid's height: it is laid over the picture, or tightly set. */
const MAX_OVERLAP = 0.35;
/** Pixels of distance that a less usual side counts for. */
const BELOW_COST = 70;
const ASIDE_COST = 40;
const SHIFT_WEIGHT = 1.5;

function gap(from: number, to: number, otherFrom: number, otherTo: number): number {
  return Math.max(0, otherFrom - to, from - otherTo);
}

/**
 * How far a question lies from a grid as a reader would take them together, in weighted CSS pixels: 0 is right above
 * it. Undefined where they do not belong together.
 */
export function placementCost(question: Bounds, grid: Bounds): number | undefined {
  const width = grid.right - grid.left;
  const height = grid.bottom - grid.top;
  const aside = gap(question.left, question.right, grid.left, grid.right);
  const apart = gap(question.top, question.bottom, grid.top, grid.bottom);
  if (apart === 0 && aside > 0)
    return aside <= Math.max(MAX_ASIDE_PIXELS, width * MAX_ASIDE) ? aside + ASIDE_COST : undefined;
  if (aside > width * MAX_SHIFT) return undefined;
  const shift = aside * SHIFT_WEIGHT;
  if (question.bottom <= grid.top) {
    return apart <= Math.max(MAX_ABOVE_PIXELS, height * MAX_ABOVE) ? apart + shift : undefined;
  }
  if (question.top >= grid.bottom) return apart <= MAX_BELOW_PIXELS ? apart + shift + BELOW_COST : undefined;
  const overlap = Math.min(question.bottom, grid.bottom) - Math.max(question.top, grid.top);
  return overlap <= height * MAX_OVERLAP ? overlap : undefined;
}

export interface Pair<Question, Grid> {
  readonly question: Question;
  readonly grid: Grid;
  readonly cost: number;
}

/**
 * The cheapest pairs in which every question and every grid is used once at most.
 *
 * @param isMeant asked only of pairs that are chosen otherwise
 */
export function bestPairs<Question, Grid>(
  pairs: readonly Pair<Question, Grid>[],
  isSameGrid: (a: Grid, b: Grid) => boolean,
  isMeant: (pair: Pair<Question, Grid>) => boolean = () => true,
): Pair<Question, Grid>[] {
  const chosen: Pair<Question, Grid>[] = [];
  for (const pair of pairs.toSorted((a, b) => a.cost - b.cost)) {
    const taken = chosen.some(
      ({ question, grid }) => question === pair.question || isSameGrid(grid, pair.grid),
    );
    if (!taken && isMeant(pair)) chosen.push(pair);
  }
  return chosen;
}
