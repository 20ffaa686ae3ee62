import { MOST_TILES } from '../../shared/rule-limits.ts';
import { isShown } from '../page/visible.ts';
import { inReadingOrder } from '../rules/reading-order.ts';
import { isStableClass, robustSelector } from './robust-selector.ts';

/** Elements that may be the tiles of which one was shown, and the selector that finds them. */
export interface TileGroup {
  readonly selector: string;
  readonly elements: readonly Element[];
}

/** A question of fewer tiles has no pattern to generalise from. */
const LEAST_GROUP = 3;

/** A picture in a button in a cell in a row in a table: further up are other parts of the page. */
const MAX_LEVELS = 7;

/** Tiles of one grid are not more than this many times as wide or high as each other. */
const MOST_TIMES = 2;

/** Steps from row to row of one grid differ by rounding, and by captions of one line or two. */
const MOST_UNEVEN = 1.2;

interface Candidate {
  readonly parent: Element;
  readonly steps: string;
  readonly elements: readonly Element[];
  readonly score: number;
}

/**
 * The groups of like elements that a tile may belong to, the likeliest first: of the same path from some element above
 * it, and of like size; the largest that fills rows and columns.
 */
export function tileGroups(tile: Element): TileGroup[] {
  const candidates: Candidate[] = [];
  let suffixes = [''];
  let inner = tile;
  for (let level = 0; level < MAX_LEVELS; level += 1) {
    const parent = inner.parentElement;
    if (!parent) break;
    const steps = stepsOf(inner).flatMap((step) => suffixes.map((suffix) => `> ${step}${suffix}`));
    for (const step of steps) {
      const elements = [...parent.querySelectorAll(`:scope ${step}`)].filter((each) => isShown(each));
      if (isGroup(elements, tile))
        candidates.push({ parent, steps: step, elements, score: scoreOf(elements, level) });
    }
    suffixes = stepsOf(inner)
      .flatMap((step) => suffixes.map((suffix) => ` > ${step}${suffix}`))
      .slice(0, 8);
    inner = parent;
  }
  return distinct(candidates.toSorted((a, b) => b.score - a.score)).map(({ parent, steps, elements }) => ({
    selector: `${robustSelector(parent)} ${steps}`,
    elements,
  }));
}

/** By its name alone, and with the classes that say what it is. */
function stepsOf(element: Element): string[] {
  const name = CSS.escape(element.localName);
  const classes = [...element.classList].filter(isStableClass).map((each) => `.${CSS.escape(each)}`);
  return classes.length === 0 ? [name] : [name, name + classes.join('')];
}

function isGroup(elements: readonly Element[], tile: Element): boolean {
  if (elements.length < LEAST_GROUP || elements.length > MOST_TILES || !elements.includes(tile)) return false;
  const own = tile.getBoundingClientRect();
  return elements.every((element) => {
    const { width, height } = element.getBoundingClientRect();
    return isLike(width, own.width) && isLike(height, own.height);
  });
}

function isLike(a: number, b: number): boolean {
  return a > 0 && b > 0 && a <= b * MOST_TIMES && b <= a * MOST_TIMES;
}

/** What fills a lattice of several rows before what does not, at even steps before uneven ones, more tiles before fewer. */
function scoreOf(elements: readonly Element[], level: number): number {
  const boxes = elements.map((element) => element.getBoundingClientRect());
  const { rows, columns, places } = inReadingOrder(boxes);
  if (rows === 1 || columns === 1) return elements.length * 10 - level;
  const tops = places.filter((_, index) => index % columns === 0).map((place) => boxes[place]?.top ?? 0);
  // Two grids, one below the other, are apart by another step than their rows.
  return (isEven(tops) ? 2000 : 1000) + elements.length * 10 - level;
}

function isEven(positions: readonly number[]): boolean {
  const steps = positions.slice(1).map((position, index) => position - (positions[index] ?? 0));
  return Math.max(...steps) <= Math.min(...steps) * MOST_UNEVEN;
}

/** Each set of elements once, by its first and so shortest and likeliest selector. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(
    ({ elements }, index) =>
      !candidates
        .slice(0, index)
        .some(
          (before) =>
            before.elements.length === elements.length && before.elements.every((e, i) => e === elements[i]),
        ),
  );
}
