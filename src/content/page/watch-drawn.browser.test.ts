import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TileImage } from '../../shared/protocol.ts';
import { hasDrawnSign } from '../drawn-sign.ts';
import { gridStyle, images, setPage } from '../testing/pictures.ts';
import type { FoundGrid } from './found-grid.ts';
import { watchDrawn, type DrawnWatch } from './watch-drawn.ts';

let watch: DrawnWatch | undefined;

afterEach(() => {
  watch?.stop();
  watch = undefined;
  document.body.innerHTML = '';
});

const TILES = `<div style="${gridStyle(3)}">${images(9)}</div>`;
const LINE = '<canvas id="line" width="240" height="36"></canvas>';
const TILES_IN_LINKS = TILES.replaceAll(/<img[^>]*>/g, '<a href="/p">$&</a>');

/** Follows a page on which every picture reads so; what was found and read. */
async function follow(html: string, lines: readonly string[]) {
  await setPage(html);
  const read: TileImage[] = [];
  const found: (readonly FoundGrid[])[] = [];
  watch = watchDrawn(
    async (image) => {
      read.push(image);
      return lines;
    },
    (grids) => found.push(grids),
    (error) => {
      throw error;
    },
  );
  return { read, found };
}

/** Long enough for the last of the first looks. */
const settled = { timeout: 6_000, interval: 50 };

describe('a line by tiles', () => {
  test('is read once, and asks about them', async () => {
    const { read, found } = await follow(`${LINE}${TILES}`, ['请点击下图中所有的公交车']);
    await vi.waitFor(() => expect(found).toHaveLength(1), settled);
    const [grid] = found[0]!;
    expect(grid).toMatchObject({ rows: 3, columns: 3 });
    expect(grid!.asking).toMatchObject({ question: '请点击下图中所有的公交车', isDrawn: true });
    expect(grid!.asking.asked).toMatchObject({ kind: 'question', text: '公交车' });
    expect(read).toHaveLength(1);
    expect(read[0]).toMatchObject({ width: 240, height: 36 });
  });

  test('may be the end of a short text', async () => {
    const { found } = await follow(`<p>请点击下图中所有的 ${LINE}</p>${TILES}`, ['公交车']);
    await vi.waitFor(() => expect(found).toHaveLength(1), settled);
    expect(found[0]![0]!.asking.asked).toMatchObject({ kind: 'question', text: '公交车' });
  });

  test('that is gone is told as gone', async () => {
    const { found } = await follow(`<div id="box">${LINE}${TILES}</div>`, ['请选择所有的猫']);
    await vi.waitFor(() => expect(found).toHaveLength(1), settled);
    document.querySelector('#box')!.remove();
    document.body.append(document.createElement('p'));
    await vi.waitFor(() => expect(found.at(-1)).toEqual([]), settled);
  });
});

/** The last of the first looks is over. */
async function allLooks(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 3_900);
  });
}

test.each([
  ['pictures that are links, as those of a gallery', `${LINE}${TILES_IN_LINKS}`, 0],
  ['a line far from the tiles', `${LINE}<div style="height:400px"></div>${TILES}`, 0],
  ['a logo that asks for nothing', `${LINE}${TILES}`, 1],
])('%s: nothing is found', { timeout: 10_000 }, async (_, html, reads) => {
  const { read, found } = await follow(html, ['桌布工坊']);
  await allLooks();
  expect(found).toEqual([]);
  expect(read).toHaveLength(reads);
});

test('the first sign needs no layout: a line among tiles, not among links, not alone', async () => {
  await setPage(`${LINE}${TILES}`);
  expect(hasDrawnSign()).toBe(true);
  await setPage(`${LINE}${TILES_IN_LINKS}`);
  expect(hasDrawnSign()).toBe(false);
  await setPage(LINE);
  expect(hasDrawnSign()).toBe(false);
  await setPage(TILES);
  expect(hasDrawnSign()).toBe(false);
});
