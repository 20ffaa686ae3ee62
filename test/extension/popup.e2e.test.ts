import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Lab, openLab, type OpenTab } from '../e2e/launch.ts';
import { openPopup } from './open-popup.ts';
import type { TargetSession } from './target-session.ts';

/** Milliseconds for the popup to draw what the engine tells it. */
const SOON = { timeout: 20_000, interval: 100 };
/** Milliseconds for the model to open and the tiles to be scored. */
const SOLVED = { timeout: 60_000, interval: 200 };

const TILES = 9;

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
  await lab.allow(lab.demo, 'suggest');
});
afterAll(() => lab?.close());

/** What a person sees in the popup. */
function seen(popup: TargetSession) {
  return popup.run(() => ({
    tiles: [...document.querySelectorAll('.tiles li')].map((tile) => tile.className),
    summary: document.querySelector('.summary')?.textContent ?? '',
    slider: document.querySelector('input')?.valueAsNumber,
    text: document.body.innerText,
  }));
}

/** How many of the canvases hold a picture rather than one colour. */
function drawnTiles(popup: TargetSession) {
  return popup.run(() => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.tiles canvas')];
    return canvases.filter((canvas) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      return new Set(pixels).size > 16;
    }).length;
  });
}

const slideTo = (popup: TargetSession, percent: number) =>
  popup.run((to) => {
    const slider = document.querySelector('input');
    if (!slider) throw new Error('Expected a slider');
    slider.value = String(to);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }, percent);

const storedChoice = () =>
  lab.browser.control.evaluate(async () => {
    const { settings } = await chrome.storage.local.get<{
      settings?: { threshold?: number | null; sureness?: number | null };
    }>('settings');
    return { threshold: settings?.threshold ?? null, sureness: settings?.sureness ?? null };
  });

const press = (popup: TargetSession, selector: string) =>
  popup.run((at) => document.querySelector<HTMLButtonElement>(at)?.click(), selector);

async function openOn(tab: OpenTab): Promise<TargetSession> {
  const popup = await openPopup(lab.browser, tab.page);
  await vi.waitFor(async () => expect((await seen(popup)).tiles).toHaveLength(TILES), SOON);
  return popup;
}

test('the tiles of the page are drawn with what the page chose', async () => {
  const tab = await lab.open(`${lab.demo.origin}/imgs.html?seed=1`);
  const state = await lab.awaitDone(tab);
  const popup = await openOn(tab);
  expect(await drawnTiles(popup)).toBe(TILES);
  const { tiles, summary, text } = await seen(popup);
  expect(tiles.flatMap((tile, slot) => (tile === 'yes' ? [slot + 1] : []))).toEqual(state.selected);
  expect(summary).toContain(state.selected?.join(', '));
  expect(text).toContain(state.question);
  expect(text).toContain('cn-clip-lite');
  expect(popup.problems()).toEqual([]);
});

test('the slider says how sure an answer must be, and is remembered when it rests', async () => {
  const tab = await lab.open(`${lab.demo.origin}/imgs.html?seed=2`);
  await lab.awaitDone(tab);
  const popup = await openOn(tab);
  const before = await seen(popup);
  await slideTo(popup, 60);
  await vi.waitFor(
    async () => expect(await storedChoice()).toEqual({ threshold: null, sureness: 0.6 }),
    SOON,
  );
  await press(popup, '.threshold .reset');
  await vi.waitFor(async () => expect(await seen(popup)).toMatchObject(sameDecision(before)), SOON);
  await vi.waitFor(
    async () => expect(await storedChoice()).toEqual({ threshold: null, sureness: null }),
    SOON,
  );
});

test('the raw threshold is one press away and decides the tiles again at once', async () => {
  const tab = await lab.open(`${lab.demo.origin}/imgs.html?seed=2`);
  await lab.awaitDone(tab);
  const popup = await openOn(tab);
  const before = await seen(popup);
  await press(popup, '.threshold .by-hand');
  await vi.waitFor(async () => expect((await storedChoice()).threshold).toBe(0.5), SOON);
  await slideTo(popup, 1);
  await vi.waitFor(async () => expect((await seen(popup)).summary).not.toBe(before.summary), SOON);
  await vi.waitFor(async () => expect((await storedChoice()).threshold).toBe(0.01), SOON);
  await press(popup, '.threshold .reset');
  await vi.waitFor(async () => expect(await seen(popup)).toMatchObject(sameDecision(before)), SOON);
  await vi.waitFor(async () => expect((await storedChoice()).threshold).toBeNull(), SOON);
});

const sameDecision = ({ tiles, slider }: Awaited<ReturnType<typeof seen>>) => ({ tiles, slider });

test('Solve now works on a site that is off, by the press of the toolbar button alone', async () => {
  const tab = await lab.open(`${lab.elsewhere.origin}/demo/imgs.html?seed=3`);
  expect(await lab.states(tab)).toEqual([]);
  const popup = await openPopup(lab.browser, tab.page);
  await vi.waitFor(
    async () => expect(await popup.run(() => document.querySelector('.actions') !== null)).toBe(true),
    SOON,
  );
  await press(popup, '.actions .primary');
  await vi.waitFor(async () => expect((await seen(popup)).tiles).toHaveLength(TILES), SOLVED);
  const permissions = await lab.browser.control.evaluate(() => chrome.permissions.getAll());
  expect(permissions.origins).toEqual([`${lab.demo.origin}/*`]);
});

test('a page of the browser itself is said to be out of reach', async () => {
  const page = await lab.browser.context.newPage();
  await page.goto('chrome://version/');
  const popup = await openPopup(lab.browser, page);
  const sentence = await popup.run(() => chrome.i18n.getMessage('pageRestricted'));
  await vi.waitFor(async () => expect((await seen(popup)).text).toContain(sentence), SOON);
  expect(await popup.run(() => document.querySelectorAll('main button').length)).toBe(0);
});
