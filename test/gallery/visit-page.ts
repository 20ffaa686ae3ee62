import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from '../../cli/extension-browser.ts';
import { type FrameState, frameStates } from '../../cli/frame-states.ts';
import { pollUntil } from '../../cli/poll-until.ts';
import type { ExpectedGrid } from './expected.ts';
import { faultsOf, type Truth } from './judge.ts';
import type { GalleryPage } from './list-pages.ts';
import { frameOf, trueBoxes } from './true-boxes.ts';

/** Milliseconds after loading in which a grid must be found; the latest pages need 1.5 s to build theirs. */
const FIND_TIMEOUT = 5000;
/** Milliseconds after loading in which nothing may be found; several times what finding takes on a ready page. */
const SILENCE = 1000;

export interface PageResult {
  readonly path: string;
  readonly kind: string;
  /** What is wrong, as sentences; empty where all is right. */
  readonly faults: readonly string[];
  /** From the page's load event until all was right, or the time allowed. */
  readonly milliseconds: number;
}

/** A tab of the browser in which the gallery's pages are opened one after another. */
export interface Tab {
  readonly browser: ExtensionBrowser;
  readonly page: Page;
  readonly tabId: number;
  readonly origin: string;
}

/** Opens a page and says in what the extension's finding differs from what the page expects. */
export async function visitPage(tab: Tab, { path, expected }: GalleryPage): Promise<PageResult> {
  await tab.page.goto(`${tab.origin}/${path}`);
  const start = performance.now();
  const faults =
    expected.grids.length === 0 ? await silenceFaults(tab) : await gridFaults(tab, expected.grids);
  return { path, kind: expected.kind, faults, milliseconds: Math.round(performance.now() - start) };
}

async function silenceFaults(tab: Tab): Promise<string[]> {
  const found = await pollUntil(async () => {
    const loud = (await frameStates(tab.browser, tab.tabId)).filter(({ state }) => state.phase !== 'idle');
    return loud.length === 0 ? undefined : loud;
  }, SILENCE);
  return (found ?? []).map(({ state: { rows, columns, question, text, phase } }) => {
    return `expected nothing, found ${rows}×${columns} (${phase}), "${question}" → ${text ?? 'no word'}`;
  });
}

async function gridFaults(tab: Tab, grids: readonly ExpectedGrid[]): Promise<string[]> {
  let faults = ['the page did not become ready'];
  const right = await pollUntil(async () => {
    faults = await faultsNow(tab, grids);
    return faults.length === 0 || undefined;
  }, FIND_TIMEOUT);
  const found = await frameStates(tab.browser, tab.tabId);
  if (right !== true && grids.every(({ maybeSilent }) => maybeSilent) && found.every(isIdle)) return [];
  return faults;
}

async function faultsNow({ browser, page, tabId }: Tab, grids: readonly ExpectedGrid[]): Promise<string[]> {
  const found = (await frameStates(browser, tabId))
    .filter((frame) => !isIdle(frame))
    .flatMap(({ url, state }) => [state, ...(state.others ?? [])].map((each) => ({ url, state: each })));
  const faults: string[] = [];
  for (const grid of grids) {
    const truth = await truthOf(grid, page);
    const tries = found.map(({ state }) => faultsOf(state, truth));
    const best = tries.toSorted((a, b) => a.length - b.length)[0];
    faults.push(...(best ?? [`no grid found for "${grid.question}"`]));
  }
  if (found.length > grids.length) faults.push(`expected ${grids.length} grids, found ${found.length}`);
  return faults;
}

async function truthOf(grid: ExpectedGrid, page: Page): Promise<Truth> {
  const frame = await frameOf(page, grid);
  const also = grid.also === undefined ? [] : await trueBoxes(frame, grid, grid.also);
  return { grid, boxes: await trueBoxes(frame, grid), also };
}

function isIdle({ state }: FrameState): boolean {
  return state.phase === 'idle';
}
