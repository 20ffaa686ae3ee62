import type { LabelledGrid } from '../evaluation/read-grids.ts';

/** A question put together from the pictures of others. */
export interface DrawnGrid {
  readonly text: string;
  readonly tiles: readonly string[];
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
const EMPTY = 0.12;
const MOST_RIGHT = 4;

/**
 * Draws questions of several sizes, with none to four right tiles, from the pictures that the given grids show for
 * each word. What is right for a word in one grid is right for it in all.
 */
export function drawGrids(
  grids: readonly LabelledGrid[],
  count: number,
  random: () => number,
): readonly DrawnGrid[] {
  const pools = [...poolPictures(grids)].filter(
    ([, { right, wrong }]) => right.length > 0 && wrong.length > 1,
  );
  if (pools.length === 0) throw new Error('expected a word with right and wrong pictures, found none');
  return Array.from({ length: count }, () => {
    const [text, { right, wrong }] = pick(pools, random);
    const size = Math.min(pick(SIZES, random), wrong.length + 1);
    const wanted = random() < EMPTY ? 0 : 1 + Math.floor(random() * MOST_RIGHT);
    const rights = Math.max(size - wrong.length, Math.min(wanted, right.length, Math.ceil(size / 2)));
    const tiles = shuffle(
      [
        ...sample(right, rights, random).map((tile) => ({ tile, isRight: true })),
        ...sample(wrong, size - rights, random).map((tile) => ({ tile, isRight: false })),
      ],
      random,
    );
    return { text, tiles: tiles.map(({ tile }) => tile), isRight: tiles.map(({ isRight }) => isRight) };
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
