import { bestPairs, type Pair } from '../../grid/placement.ts';
import { uprightShape } from '../../grid/shape.ts';
import type { AskingText } from './asking-texts.ts';
import { isCaption } from './caption.ts';
import type { FoundGrid } from './found-grid.ts';
import { boundsOfText, locateGrids, type Located, type LonePicture } from './locate-grid.ts';
import { isOnlyShown } from './only-shown.ts';
import { isReachable, isShown } from './visible.ts';

/** Grids that share tiles are one: pictures, their buttons, and a part of a longer row. */
export function share(a: Pick<FoundGrid, 'tiles'>, b: Pick<FoundGrid, 'tiles'>): boolean {
  const elements = new Set(a.tiles.flatMap((tile) => tile.elements));
  return b.tiles.some((tile) => tile.elements.some((element) => elements.has(element)));
}

export function isAskedNow(asking: AskingText): boolean {
  const { left, top, right, bottom } = boundsOfText(asking);
  const shape = uprightShape(left, top, right - left, bottom - top);
  return right > left && bottom > top && isShown(asking.element) && isReachable(asking.element, shape);
}

const HAN = /\p{Script=Han}/u;
/** CSS pixels by which a request in Chinese may be further from the grid than the same in English: models know it better. */
const OTHER_LANGUAGE = 80;

/** Milliseconds of script in one go. */
const MAX_LOOK = 30;

export interface Paired {
  readonly found: readonly FoundGrid[];
  /** Questions without a grid, and the pictures near them that may hold one. */
  readonly open: readonly { readonly asking: AskingText; readonly pictures: readonly LonePicture[] }[];
}

/**
 * The questions that have a grid, each with its own, and those that have none.
 *
 * @param taken grids that have a question already
 * @param limit milliseconds after which no further question is looked at
 */
export function pairGrids(
  questions: readonly AskingText[],
  taken: readonly FoundGrid[] = [],
  limit = MAX_LOOK,
): Paired {
  const until = performance.now() + limit;
  const pairs: Pair<AskingText, Located>[] = [];
  const pictures = new Map<AskingText, readonly LonePicture[]>();
  for (const question of questions) {
    if (performance.now() > until) break;
    const place = locateGrids(question);
    pictures.set(question, place.pictures);
    const isOther = !HAN.test(question.question) && questions.some((each) => HAN.test(each.question));
    for (const grid of place.grids) {
      if (taken.some((each) => share(each, grid))) continue;
      pairs.push({ question, grid, cost: grid.cost + (isOther ? OTHER_LANGUAGE : 0) });
    }
  }
  // Where one picture's caption sounds like a request, all of them are names, and so is what stands over them.
  const named = pairs.filter(({ grid }) =>
    questions.some(({ element }) =>
      isCaption(
        element,
        grid.tiles.flatMap((tile) => tile.element ?? []),
      ),
    ),
  );
  const asked = pairs.filter((pair) => !named.some(({ grid }) => share(grid, pair.grid)));
  const isMeant = ({ question, grid }: Pair<AskingText, Located>): boolean =>
    !isOnlyShown(question, grid.tiles, questions);
  const found = bestPairs(asked, share, isMeant).map(({ question, grid: { rows, columns, tiles } }) => ({
    asking: question,
    rows,
    columns,
    tiles,
  }));
  const answered = new Set(found.map(({ asking }) => asking));
  const open = questions
    .filter((question) => !answered.has(question))
    .map((asking) => ({
      asking,
      pictures: (pictures.get(asking) ?? []).filter(({ tile }) => !isOnlyShown(asking, [tile], questions)),
    }));
  return { found, open };
}
