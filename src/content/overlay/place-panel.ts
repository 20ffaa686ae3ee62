import type { Bounds } from '../../grid/shape.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Corner = readonly [left: number, top: number];

export interface Place {
  readonly corner: Corner;
  /** How much is covered there: 0 where nothing is, else only good for comparing places. */
  readonly cost: number;
}

/** What a panel must leave free, in CSS pixels of the window. */
export interface Around {
  readonly window: Size;
  readonly grid: Bounds;
  readonly question: Bounds;
  /** Whether the page has something to press at a point. */
  readonly isControlAt: (x: number, y: number) => boolean;
}

/** CSS pixels between the panel, the grid and the edge of the window. */
const GAP = 10;
/** Points of the panel that are tried lie so close; a button is hardly smaller. CSS pixels. */
const STEP = { x: 36, y: 16 } as const;
/** How much worse than one point over a button it is to lie over the tiles or the question. */
const OVER_GRID = 1_000;
const OVER_QUESTION = 500;

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function meets([left, top]: Corner, { width, height }: Size, box: Bounds): boolean {
  return left < box.right && left + width > box.left && top < box.bottom && top + height > box.top;
}

/** Beside the grid first, then below and above it, then at its other edges, at last in the corners of the window. */
function corners(panel: Size, { window, grid, question }: Around): Corner[] {
  const [right, bottom] = [window.width - panel.width - GAP, window.height - panel.height - GAP];
  const isBeside = question.right <= grid.left || question.left >= grid.right;
  const [first, last] = isBeside
    ? [Math.min(grid.left, question.left), Math.max(grid.right, question.right)]
    : [grid.left, grid.right];
  const [above, below] = [
    Math.min(grid.top, question.top) - GAP - panel.height,
    Math.max(grid.bottom, question.bottom) + GAP,
  ];
  const tops = [grid.top, grid.bottom - panel.height, question.top].map((top) => clamp(top, GAP, bottom));
  const lefts = [grid.left, grid.right - panel.width].map((left) => clamp(left, GAP, right));
  const beside = [last + GAP, first - GAP - panel.width];
  const all: Corner[] = [
    ...tops.flatMap((top) => beside.map((left): Corner => [left, top])),
    ...[below, above].flatMap((top) => lefts.map((left): Corner => [left, top])),
    ...[bottom, GAP].flatMap((top) => [right, GAP].map((left): Corner => [left, top])),
  ];
  const inside = all.filter(
    ([left, top]) => left >= 0 && top >= 0 && left <= right + GAP && top <= bottom + GAP,
  );
  return inside.length > 0 ? inside : [[Math.max(0, right), Math.max(0, bottom)]];
}

function controlsUnder([left, top]: Corner, { width, height }: Size, { isControlAt }: Around): number {
  let count = 0;
  for (let y = 0; y <= height; y += Math.min(STEP.y, height - y) || STEP.y)
    for (let x = 0; x <= width; x += Math.min(STEP.x, width - x) || STEP.x)
      if (isControlAt(left + x, top + y)) count += 1;
  return count;
}

/**
 * Where a panel covers neither the grid, nor its question, nor anything of the page that can be pressed; where there
 * is no such place, where it covers least.
 */
export function placePanel(panel: Size, around: Around): Place {
  let best: Place = { corner: [0, 0], cost: Infinity };
  for (const corner of corners(panel, around)) {
    const covered =
      (meets(corner, panel, around.grid) ? OVER_GRID : 0) +
      (meets(corner, panel, around.question) ? OVER_QUESTION : 0);
    const cost = covered < best.cost ? covered + controlsUnder(corner, panel, around) : covered;
    if (cost < best.cost) best = { corner, cost };
    if (cost === 0) break;
  }
  return best;
}
