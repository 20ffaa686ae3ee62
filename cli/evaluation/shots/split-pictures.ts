import type { LabelledGrid } from '../read-grids.ts';

/** Questions of one word, put together anew so that no picture of the lessons is in a test. */
export interface SplitGrids {
  readonly lessons: readonly LabelledGrid[];
  readonly tests: readonly LabelledGrid[];
}

interface Pool {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

/**
 * Every second right and every second wrong picture of the word is for lessons, the others for tests; each grid is
 * drawn once from either, as large and with as many right tiles as it had. Undefined where a half is too small for
 * that, or a picture is right here and wrong there.
 */
export function splitPictures(grids: readonly LabelledGrid[], random: () => number): SplitGrids | undefined {
  const of = (isRight: boolean): Set<string> =>
    new Set(grids.flatMap(({ tiles, answer }) => tiles.filter((_, at) => answer.has(at) === isRight)));
  const [rights, wrongs] = [of(true), of(false)];
  if ([...rights].some((picture) => wrongs.has(picture))) return undefined;
  const half = (which: 0 | 1): Pool => ({
    right: everySecond(rights, which),
    wrong: everySecond(wrongs, which),
  });
  const [forLessons, forTests] = [half(0), half(1)];
  const largest = Math.max(...grids.map(({ tiles }) => tiles.length));
  const isEnough = ({ right, wrong }: Pool): boolean => right.length > 0 && wrong.length >= largest;
  if (!isEnough(forLessons) || !isEnough(forTests)) return undefined;
  return {
    lessons: grids.map((grid) => draw(grid, forLessons, random)),
    tests: grids.map((grid) => draw(grid, forTests, random)),
  };
}

function everySecond(pictures: ReadonlySet<string>, which: 0 | 1): string[] {
  return [...pictures].toSorted().filter((_, index) => index % 2 === which);
}

function draw(grid: LabelledGrid, pool: Pool, random: () => number): LabelledGrid {
  const rights = shuffle(pool.right, random).slice(0, grid.answer.size);
  const answer = new Set([...grid.answer].slice(0, rights.length));
  const wrongs = shuffle(pool.wrong, random).values();
  const left = rights.values();
  const tiles = grid.tiles.map(
    (tile, position) => (answer.has(position) ? left : wrongs).next().value ?? tile,
  );
  return { ...grid, tiles, answer, count: answer.size };
}

function shuffle(pictures: readonly string[], random: () => number): string[] {
  return pictures
    .map((picture) => ({ picture, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ picture }) => picture);
}
