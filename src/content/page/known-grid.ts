import type { AskingText } from './asking-texts.ts';
import type { FoundGrid } from './found-grid.ts';
import { isAskedNow } from './pair-grids.ts';
import { relativeShapes } from './relative-shapes.ts';
import { isShown } from './visible.ts';

/** A grid as it was when it was found. */
export interface KnownGrid {
  readonly grid: FoundGrid;
  /** Sizes and places of its tiles against each other. */
  readonly shapes: string;
}

export function asKnown(grid: FoundGrid): KnownGrid {
  return { grid, shapes: relativeShapes(grid.tiles) };
}

/** Whether question and tiles are shown and lie as they did. */
export function isIntact({ grid, shapes }: KnownGrid, questions: readonly AskingText[]): boolean {
  return (
    questions.includes(grid.asking) &&
    isAskedNow(grid.asking) &&
    // A tile that is fading out for another one is still a tile.
    grid.tiles.filter(({ element }) => element && isShown(element)).length * 2 > grid.tiles.length &&
    relativeShapes(grid.tiles) === shapes
  );
}

/** The same as far as it can be told without asking for the layout, for when nothing has changed near the grid. */
export function isThere({ grid: { asking, tiles } }: KnownGrid, questions: readonly AskingText[]): boolean {
  const shown = tiles.find(({ element }) => element)?.element;
  return (
    questions.includes(asking) &&
    isShown(asking.element) &&
    shown !== undefined &&
    isShown(shown) &&
    tiles.every(({ element }) => !element || element.isConnected)
  );
}

/** Whether what an event is told of holds the grid's question. */
export function liesIn({ grid }: KnownGrid, target: EventTarget | null): boolean {
  return target instanceof Node && target.contains(grid.asking.element);
}

/** The same grid again, so that whoever knows it need not learn it anew. */
export function asBefore(known: readonly KnownGrid[], { asking, tiles }: FoundGrid): FoundGrid | undefined {
  return known
    .map(({ grid }) => grid)
    .find(
      (grid) =>
        grid.asking === asking &&
        grid.tiles.length === tiles.length &&
        grid.tiles.every(({ element }, index) => element === tiles[index]?.element),
    );
}
