import { isPicture, type Box, type Grid } from '../../grid/box.ts';
import { findGrids } from '../../grid/find-grids.ts';
import { findScatter } from '../../grid/find-scatter.ts';
import { placementCost } from '../../grid/placement.ts';
import { boundsOf, length, unionOf, type Bounds } from '../../grid/shape.ts';
import type { AskingText } from './asking-texts.ts';
import { isCaption } from './caption.ts';
import { layoutParent } from './flat-tree.ts';
import { createSurvey, type Survey } from './survey.ts';
import type { Tile } from './tile.ts';
import { isReachable, isShown } from './visible.ts';

/** A grid on the page and how well it goes with the question. */
export interface Located {
  readonly rows: number;
  readonly columns: number;
  readonly tiles: readonly Tile[];
  /** Lower is better. */
  readonly cost: number;
}

/** A picture near a question that has no cells of its own. */
export interface LonePicture {
  readonly tile: Tile;
  readonly cost: number;
}

export interface Place {
  readonly grids: readonly Located[];
  readonly pictures: readonly LonePicture[];
}

/** Grids are looked for this often while the surroundings widen; a hostile page nests thousands deep. */
const MAX_LOOKS = 12;
/** Costs beside the distance, in CSS pixels: what is less likely to be the tiles themselves. */
const COSTS = { wrapper: 40, cells: 20, hole: 60, line: 20 } as const;
/** A picture of less cannot hold a grid of tiles. */
const MIN_WHOLE_SIDE = 150;

export function boundsOfText({ element, texts }: AskingText): Bounds {
  const [first, last] = [texts[0], texts.at(-1)];
  if (!first || !last) return element.getBoundingClientRect();
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  return range.getBoundingClientRect();
}

function distance(asking: AskingText, question: Bounds, grid: Bounds): number | undefined {
  const { element, texts, isDrawn } = asking;
  // A label of an element with nothing in it stands for words that are drawn where it lies.
  const isAlone = element.childElementCount === 0 && question.right > question.left;
  const hasPlace = texts.length > 0 || isDrawn || isAlone;
  if (hasPlace) return placementCost(question, grid);
  // The label of a group asks about what is in the group.
  const inside =
    grid.left >= question.left - 1 && grid.right <= question.right + 1 && grid.top >= question.top - 1;
  return inside ? 0 : undefined;
}

function tilesOf(grid: Grid, survey: Survey): Tile[] {
  return grid.slots.map(({ boxes }) => {
    const all = boxes.flatMap(({ id }) => survey.find(id) ?? []);
    // Some frameworks draw a picture as a background and lay the same as a transparent one over it.
    const shown = all.filter(({ element }) => isShown(element));
    const surveyed = shown.length > 0 ? shown : all;
    const over = grid.over && survey.find(grid.over.id)?.picture;
    const picture = over ?? surveyed.find((each) => each.picture)?.picture;
    return { element: surveyed[0]?.element, elements: surveyed.map(({ element }) => element), picture };
  });
}

function isSeen(grid: Grid, tiles: readonly Tile[]): boolean {
  return tiles.every(({ element, picture }, index) => {
    const shown = grid.over ? picture?.element : element;
    const slot = grid.slots[index];
    return !shown || !slot || (isShown(shown) && isReachable(shown, slot.shape));
  });
}

function locate(grid: Grid, asking: AskingText, question: Bounds, survey: Survey): Located | undefined {
  const near = distance(asking, question, unionOf(grid.slots.map(({ shape }) => boundsOf(shape))));
  if (near === undefined) return undefined;
  const tiles = tilesOf(grid, survey);
  if (!isSeen(grid, tiles)) return undefined;
  const wrapped = grid.slots.some(({ boxes }) => boxes[0]?.kind === 'wrapper');
  const cost =
    near +
    (wrapped ? COSTS.wrapper : 0) +
    (grid.over ? COSTS.cells : 0) +
    (tiles.some(({ element }) => !element) ? COSTS.hole : 0) +
    (Math.min(grid.rows, grid.columns) === 1 ? COSTS.line : 0);
  return { rows: grid.rows, columns: grid.columns, tiles, cost };
}

/** What is to be clicked in an order need not lie in a lattice. */
function locateScatter(
  boxes: readonly Box[],
  asking: AskingText,
  question: Bounds,
  survey: Survey,
): Located | undefined {
  const beyond = asking.asked.kind === 'question' ? asking.asked.beyond : undefined;
  const grid = beyond?.kind === 'order' ? findScatter(boxes, beyond.things.length) : undefined;
  return grid && locate(grid, asking, question, survey);
}

function lonePictures(
  boxes: readonly Box[],
  asking: AskingText,
  question: Bounds,
  survey: Survey,
): LonePicture[] {
  return boxes.flatMap(({ id, kind, shape }) => {
    const surveyed = survey.find(id);
    const isLarge =
      Math.min(length(shape.across), length(shape.down)) >= MIN_WHOLE_SIDE ||
      (surveyed?.element instanceof HTMLImageElement && surveyed.element.useMap !== '');
    if (!isPicture(kind) || !isLarge || !surveyed?.picture) return [];
    const { element, picture } = surveyed;
    const cost = distance(asking, question, boundsOf(shape));
    if (
      cost === undefined ||
      element.contains(asking.element) ||
      !isShown(element) ||
      !isReachable(element, shape)
    )
      return [];
    return [{ tile: { element, elements: [element], picture }, cost }];
  });
}

/** Whether all pictures of a grid are also in a larger one, which has what is around them for its tiles. */
function isPartOf(part: Located, whole: Located): boolean {
  if (whole.tiles.length <= part.tiles.length) return false;
  const pictures = new Set(whole.tiles.map(({ picture }) => picture?.element));
  const own = new Set(part.tiles.map(({ picture }) => picture?.element));
  return own.size > 1 && [...own].every((element) => pictures.has(element));
}

/** Whether the text stands with one picture of a grid alone, and asks about none. */
function isCaptionIn(grid: Grid, { element }: AskingText, survey: Survey): boolean {
  const pictures = tilesOf(grid, survey).flatMap((tile) => tile.element ?? []);
  return isCaption(element, pictures);
}

/** Looks around a question, wider step by step, until grids are found that may belong to it. */
export function locateGrids(asking: AskingText): Place {
  const question = boundsOfText(asking);
  const survey = createSurvey(question);
  let scope: Element | undefined = asking.element;
  let counted = 0;
  let looks = 0;
  let boxes: Box[] = [];
  let scattered: Located | undefined;
  while (scope) {
    survey.add(scope);
    const above = layoutParent(scope);
    const isLast = !above || above === document.documentElement || survey.isFull();
    if (survey.pictureCount() > counted && (looks < MAX_LOOKS || isLast)) {
      counted = survey.pictureCount();
      looks += 1;
      boxes = survey.boxes();
      const all = findGrids(boxes);
      if (all.some((grid) => isCaptionIn(grid, asking, survey))) return { grids: [], pictures: [] };
      const grids = all.flatMap((grid) => locate(grid, asking, question, survey) ?? []);
      const largest = grids.filter((grid) => !grids.some((other) => isPartOf(grid, other)));
      if (grids.length > 0) return { grids: largest, pictures: [] };
      scattered ??= locateScatter(boxes, asking, question, survey);
    }
    scope = isLast ? undefined : above;
  }
  if (scattered) return { grids: [scattered], pictures: [] };
  return { grids: [], pictures: lonePictures(boxes, asking, question, survey) };
}
