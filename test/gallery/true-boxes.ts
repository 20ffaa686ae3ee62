/* oxlint-disable no-underscore-dangle -- the names that every page of the gallery uses */
import type { Frame, Page } from 'playwright-core';
import type { Box, ExpectedGrid } from './expected.ts';

declare global {
  /** What a page of the gallery records: positions of the tiles that were clicked, from 0. */
  var __clicked: number[] | undefined;
  interface Element {
    /** The closed shadow root of a host, kept by its page for us. */
    __root?: ShadowRoot;
  }
}

/** Milliseconds in which the frames of a page have come. */
const FRAME_TIMEOUT = 5000;

/** The frame of a grid: `frame` is a selector of an iframe, several for nested ones joined by `>>`. */
export async function frameOf(page: Page, grid: ExpectedGrid): Promise<Frame> {
  let frame = page.mainFrame();
  for (const selector of grid.frame?.split('>>') ?? []) {
    const element = await frame.waitForSelector(selector.trim(), { timeout: FRAME_TIMEOUT });
    const inner = await element.contentFrame();
    if (inner === null) throw new Error(`Expected an iframe at ${selector}, found another element`);
    frame = inner;
  }
  return frame;
}

/** Where the tiles of a grid really are now, in reading order; fewer than asked for while a page is still building. */
export async function trueBoxes(frame: Frame, grid: ExpectedGrid, tiles = grid.tiles): Promise<Box[]> {
  const selectors = selectorsOf({ tiles });
  if (selectors.length > 0) return frame.evaluate(measure, { selectors, shadow: grid.shadow });
  return typeof tiles === 'string'
    ? []
    : tiles.flatMap((tile) => (typeof tile === 'string' ? [] : [toBox(tile)]));
}

/** The selectors of a grid's tiles; none where its cells are only drawn and their boxes are given. */
export function selectorsOf({ tiles }: Pick<ExpectedGrid, 'tiles'>): string[] {
  const all = typeof tiles === 'string' ? [tiles] : tiles;
  return all.flatMap((tile) => (typeof tile === 'string' ? [tile] : []));
}

function toBox([x, y, width, height]: readonly [number, number, number, number]): Box {
  return { x, y, width, height };
}

/** Runs in the page. A closed shadow root is kept by its page as `__root` on the host. */
function measure({ selectors, shadow }: { selectors: string[]; shadow: string | null }): Box[] {
  const host = shadow === null ? undefined : document.querySelector(shadow);
  const root = host === undefined ? document : (host?.shadowRoot ?? host?.__root);
  if (root === undefined) return [];
  return selectors
    .flatMap((selector) => [...root.querySelectorAll(selector)])
    .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
}

/** Tile positions recorded by the page's own listeners, from 0, in the order of the clicks. */
export function recordedClicks(frame: Frame): Promise<number[]> {
  return frame.evaluate(() => [...(globalThis.__clicked ?? [])]);
}
