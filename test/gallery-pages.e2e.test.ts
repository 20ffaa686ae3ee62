/* oxlint-disable no-underscore-dangle -- the names that every page of the gallery uses */
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FolderServer, serveFolder } from '../cli/serve-folder.ts';
import { getBrowser } from '../cli/get-browser.ts';
import { pollUntil } from '../cli/poll-until.ts';
import { type Box, type ExpectedGrid } from './gallery/expected.ts';
import { listPages, PAGES } from './gallery/list-pages.ts';
import { VIEWPORT } from './gallery/open-gallery.ts';
import { frameOf, recordedClicks, selectorsOf, trueBoxes } from './gallery/true-boxes.ts';

/** What the pages of the gallery say of themselves, held against the pages without the extension. */

/** Milliseconds in which the latest page has built its grid. */
const READY_TIMEOUT = 3000;

let server: FolderServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await serveFolder(PAGES);
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await chromium.launch({ executablePath: getBrowser(), args });
  page = await browser.newPage({ viewport: VIEWPORT });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each(await listPages(['grid/']))('$path', ({ path, expected }) => {
  test('shows the tiles it names in reading order, its question, and records a click on each', async () => {
    await page.goto(`${server.origin}/${path}`);
    let firstPosition = 0;
    for (const grid of expected.grids) {
      const frame = await frameOf(page, grid);
      const boxes = await readyBoxes(frame, grid);
      expect(boxes).toHaveLength(grid.rows * grid.columns);
      expect(boxes.map((_, index) => index)).toEqual(readingOrder(boxes, grid.columns));
      // What a drawn question says is in its pixels; of its element only that it is there can be asked.
      const words = grid.drawn ? '' : squeezed(grid.question);
      expect(squeezed(await textOf(frame, grid))).toContain(words);
      await clickAll(frame, grid, boxes);
      const clicks = await recordedClicks(frame);
      expect(clicks.slice(firstPosition)).toEqual(boxes.map((_, index) => firstPosition + index));
      firstPosition += boxes.length;
    }
  });
});

async function readyBoxes(frame: Frame, grid: ExpectedGrid): Promise<Box[]> {
  const wanted = grid.rows * grid.columns;
  let last = '';
  const ready = await pollUntil(async () => {
    const boxes = await trueBoxes(frame, grid);
    const still = JSON.stringify(boxes) === last;
    last = JSON.stringify(boxes);
    return still && boxes.length === wanted ? boxes : undefined;
  }, READY_TIMEOUT);
  return ready ?? trueBoxes(frame, grid);
}

/** Indices row by row from the top, in a row from the left. */
function readingOrder(boxes: readonly Box[], columns: number): number[] {
  const byTop = boxes.map((_, index) => index).toSorted((a, b) => boxes[a]!.y - boxes[b]!.y);
  const rows = Array.from({ length: Math.ceil(boxes.length / columns) }, (_, row) =>
    byTop.slice(row * columns, (row + 1) * columns),
  );
  return rows.flatMap((row) => row.toSorted((a, b) => boxes[a]!.x - boxes[b]!.x));
}

/** One click on each tile: an event on its element, or a press of the mouse where a cell is only drawn. */
async function clickAll(frame: Frame, grid: ExpectedGrid, boxes: readonly Box[]): Promise<void> {
  const selectors = selectorsOf(grid);
  if (selectors.length > 0) {
    await frame.evaluate(clickTiles, { selectors, shadow: grid.shadow, count: boxes.length });
    return;
  }
  for (const { x, y, width, height } of boxes) await page.mouse.click(x + width / 2, y + height / 2);
}

/**
 * Runs in the page. Looks for the tiles anew each time: some pages draw them again after a click. Pages listen to any
 * part of a press, on the tile or on what lies in it.
 */
function clickTiles(tiles: { selectors: string[]; shadow: string | null; count: number }): void {
  const host = tiles.shadow === null ? null : document.querySelector(tiles.shadow);
  const root = host?.shadowRoot ?? host?.__root ?? document;
  const init = { bubbles: true, composed: true, cancelable: true };
  for (let index = 0; index < tiles.count; index += 1) {
    const tile = tiles.selectors.flatMap((selector) => [...root.querySelectorAll(selector)])[index];
    if (!tile) continue;
    const { x, y, width, height } = tile.getBoundingClientRect();
    const hit = root.elementFromPoint(x + width / 2, y + height / 2);
    const target = hit && tile.contains(hit) ? hit : tile;
    for (const type of ['pointerdown', 'pointerup']) target.dispatchEvent(new PointerEvent(type, init));
    for (const type of ['mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, init));
  }
}

/** All that a page says: texts, labels, what stands in fields, what only CSS says. */
function textOf(frame: Frame, { shadow }: ExpectedGrid): Promise<string> {
  return frame.evaluate((selector) => {
    const host = selector === null ? null : document.querySelector(selector);
    const root = host?.shadowRoot ?? host?.__root ?? document.body;
    const labels = [...document.querySelectorAll('[aria-label]')].map((each) => each.ariaLabel);
    const fields = [...document.querySelectorAll('input')].map((each) => each.value);
    const drawn = [...root.querySelectorAll('*')].flatMap((each) => [
      getComputedStyle(each, '::before').content,
      getComputedStyle(each, '::after').content,
    ]);
    return [root.textContent, ...labels, ...fields, ...drawn].join(' ');
  }, shadow);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}
