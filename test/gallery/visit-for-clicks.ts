import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Route } from 'playwright-core';
import { type FrameState, frameStates } from '../../cli/frame-states.ts';
import { pollUntil } from '../../cli/poll-until.ts';
import { ROOT } from '../../cli/root.ts';
import type { PageState } from '../../src/shared/messages.ts';
import { listPages, PAGES } from './list-pages.ts';
import { VIEWPORT } from './open-gallery.ts';
import { frameOf, recordedClicks } from './true-boxes.ts';
import type { Tab } from './visit-page.ts';

/**
 * Clicks are tried with photographs that the model knows, whatever the page asks for: what is asked for becomes the
 * bus that it is surest of, all else other things.
 */
const KNOWN = { chinese: '公交车', picture: 'bus-1.jpg' };
const OTHERS = ['fish', 'bird', 'elephant', 'balloon'];

export interface ClickPage {
  readonly path: string;
  /** The word that the page asks for, and the name of its pictures. */
  readonly word: string;
  readonly picture: string;
}

/** How large things are drawn: by the screen, and by the zoom of the browser. */
export interface Magnification {
  readonly devicePixelRatio: number;
  readonly zoom: number;
}

export interface Clicks {
  /** Tiles that the extension says it clicked, from 1. */
  readonly said: readonly number[];
  /** Tiles on which the page saw a click, from 1. */
  readonly seen: readonly number[];
}

/** Milliseconds until tiles are found and scored; the first time the model is loaded. */
const SCORE_TIMEOUT = 30_000;
const CLICK_TIMEOUT = 5000;
const THRESHOLD = 0.5;

/**
 * Has tiles chosen by a plain threshold: how sure a model must be of a whole grid is not what clicks are tried for.
 */
export async function chooseByThreshold({ browser }: Tab): Promise<void> {
  await browser.control.evaluate(async (threshold) => {
    const { settings } = await chrome.storage.local.get<{ settings?: object }>('settings');
    await chrome.storage.local.set({ settings: { ...settings, threshold } });
  }, THRESHOLD);
}

/** Opens a page, accepts what is suggested as the keyboard command does, and tells who saw which clicks. */
export async function visitForClicks(
  tab: Tab,
  { path, word, picture }: ClickPage,
  magnification: Magnification,
): Promise<Clicks> {
  const [page] = await listPages([path]);
  if (page === undefined) throw new Error(`Expected a page ${path} in the gallery, found none`);
  const session = await tab.browser.context.newCDPSession(tab.page);
  await tab.page.route('**/pictures/*', (route) => answerPicture(route, picture));
  await tab.page.route('**/*.html', (route) => answerPage(route, word));
  try {
    await magnify(tab, session, magnification);
    await tab.page.goto(`${tab.origin}/${path}`);
    await awaitPhase(tab, ['suggested'], SCORE_TIMEOUT);
    await tab.browser.control.evaluate((id) => chrome.tabs.sendMessage(id, { type: 'accept' }), tab.tabId);
    const { clicked = [] } = await awaitPhase(tab, ['clicked'], CLICK_TIMEOUT);
    const seen = await recordedClicks(await frameOf(tab.page, page.expected.grids[0]!));
    return { said: clicked, seen: seen.map((position) => position + 1) };
  } finally {
    await tab.page.unrouteAll();
    await magnify(tab, session, { devicePixelRatio: 1, zoom: 1 });
    await session.detach();
  }
}

async function awaitPhase(
  tab: Tab,
  phases: readonly PageState['phase'][],
  timeout: number,
): Promise<PageState> {
  let last: FrameState[] = [];
  const found = await pollUntil(async () => {
    last = await frameStates(tab.browser, tab.tabId);
    return last.find(({ state }) => phases.includes(state.phase));
  }, timeout);
  if (found !== undefined) return found.state;
  const states = last.map(({ state }) => `${state.phase} ${state.message ?? ''}`).join(', ');
  throw new Error(`Expected a frame to be ${phases.join(' or ')}, found ${states}`);
}

async function magnify(
  tab: Tab,
  session: CDPSession,
  { devicePixelRatio, zoom }: Magnification,
): Promise<void> {
  await session.send('Emulation.setDeviceMetricsOverride', {
    ...VIEWPORT,
    deviceScaleFactor: devicePixelRatio,
    mobile: false,
  });
  await tab.browser.control.evaluate(
    async ({ tabId, factor }) => {
      await chrome.tabs.setZoomSettings(tabId, { scope: 'per-tab' });
      await chrome.tabs.setZoom(tabId, factor);
    },
    { tabId: tab.tabId, factor: zoom },
  );
}

async function answerPicture(route: Route, asked: string): Promise<void> {
  const [, thing = '', variant = '1'] = /([a-z]+)(\d)\.jpg/.exec(route.request().url()) ?? [];
  const folder = join(ROOT, 'demo', 'pictures');
  const other = OTHERS[(thing.length + Number(variant)) % OTHERS.length];
  const names = readdirSync(folder).filter((each) => each.startsWith(`${other}-`));
  const name = thing === asked ? KNOWN.picture : names[Number(variant) % names.length]!;
  await route.fulfill({ contentType: 'image/jpeg', body: await readFile(join(folder, name)) });
}

async function answerPage(route: Route, word: string): Promise<void> {
  const html = await readFile(join(PAGES, new URL(route.request().url()).pathname), 'utf8');
  await route.fulfill({
    contentType: 'text/html; charset=utf-8',
    body: html.replaceAll(word, KNOWN.chinese),
  });
}
