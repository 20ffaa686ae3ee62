import type { LabelledGrid } from '../evaluation/read-grids.ts';

/** A question put together from the pictures of others. */
export interface DrawnGrid {
  readonly text: string;
  readonly tiles: readonly string[];
  /** One a tile: in which of the views it is shown, counted from 0, the picture as it is. */
  readonly views: readonly number[];
  /** One a tile. */
  readonly isRight: readonly boolean[];
}

interface Pool {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

/** Nines are what is mostly met. */
const SIZES = [4, 6, 6, 9, 9, 9, 9, 9, 12, 16];
/** Questions of which no tile is right, as a share. */
const EMPTY = 0.18;
const MOST_RIGHT = 4;
/**
 * Questions whose tiles may be other views of a picture, as a share. Without them a thing of which there is one
 * photograph is never there twice, and a sure tile says that it is the only one.
 */
const IN_VIEWS = 0.25;
const MOST_RIGHT_IN_VIEWS = 6;

interface Shown {
  readonly tile: string;
  readonly view: number;
}

/**
 * Draws questions of several sizes, with none to six right tiles, from the pictures that the given grids show for
 * each word. What is right for a word in one grid is right for it in all. In a part of the questions the views of a
 * picture stand for different pictures of the same thing.
 */
export function drawGrids(
  grids: readonly LabelledGrid[],
  count: number,
  views: number,
  random: () => number,
): readonly DrawnGrid[] {
  const pools = [...poolPictures(grids)].filter(
    ([, { right, wrong }]) => right.length > 0 && wrong.length > 1,
  );
  if (pools.length === 0) throw new Error('expected a word with right and wrong pictures, found none');
  return Array.from({ length: count }, () => {
    const [text, { right, wrong }] = pick(pools, random);
    const size = Math.min(pick(SIZES, random), wrong.length + 1);
    const shownIn = random() < IN_VIEWS ? views : 1;
    const most = shownIn > 1 ? MOST_RIGHT_IN_VIEWS : MOST_RIGHT;
    const wanted = random() < EMPTY ? 0 : 1 + Math.floor(random() * most);
    const candidates = right.flatMap((tile) =>
      Array.from({ length: shownIn }, (_, view) => ({ tile, view })),
    );
    const rights = Math.max(size - wrong.length, Math.min(wanted, candidates.length, Math.ceil(size / 2)));
    const others = sample(wrong, size - rights, random).map((tile): Shown => ({
      tile,
      view: Math.floor(random() * shownIn),
    }));
    const shown = shuffle(
      [
        ...sample(candidates, rights, random).map(({ tile, view }) => ({ tile, view, isRight: true })),
        ...others.map(({ tile, view }) => ({ tile, view, isRight: false })),
      ],
      random,
    );
    return {
      text,
      tiles: shown.map(({ tile }) => tile),
      views: shown.map(({ view }) => view),
      isRight: shown.map(({ isRight }) => isRight),
    };
  });
}

function poolPictures(grids: readonly LabelledGrid[]): ReadonlyMap<string, Pool> {
  const seen = new Map<string, { readonly right: Set<string>; readonly wrong: Set<string> }>();
  for (const { text, tiles, answer } of grids) {
    const pool = seen.get(text) ?? { right: new Set(), wrong: new Set() };
    seen.set(text, pool);
    tiles.forEach((tile, position) => (answer.has(position) ? pool.right : pool.wrong).add(tile));
  }
  return new Map(
    [...seen].map(([text, { right, wrong }]) => [text, { right: [...right], wrong: [...wrong] }]),
  );
}

function pick<T>(from: readonly T[], random: () => number): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new RangeError('expected something to pick from, found nothing');
  return picked;
}

function sample<T>(from: readonly T[], count: number, random: () => number): T[] {
  return shuffle(from, random).slice(0, count);
}

function shuffle<T>(from: readonly T[], random: () => number): T[] {
  return from
    .map((value) => ({ value, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
