import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { SiteMode } from '../../src/shared/settings.ts';
import { siteModes } from '../../src/shared/settings.ts';
import { type Lab, openLab, type OpenTab } from '../e2e/launch.ts';
import { grantUnasked } from './grant-unasked.ts';
import { openPopup } from './open-popup.ts';

/** Milliseconds for what follows a click in the popup. */
const SOON = { timeout: 10_000, interval: 100 };

let lab: Lab;
let tab: OpenTab;
beforeAll(async () => {
  lab = await openLab();
  await grantUnasked(lab.browser, lab.demo.origin);
  tab = await lab.open(`${lab.demo.origin}/index.html`);
});
afterAll(() => lab?.close());

/** Presses one of the three buttons of the site switch. */
async function choose(mode: SiteMode): Promise<void> {
  const popup = await openPopup(lab.browser, tab.page);
  await vi.waitFor(async () => {
    expect(await popup.run(() => document.querySelectorAll('.switch button').length)).toBe(siteModes.length);
  }, SOON);
  await popup.run((index) => {
    document.querySelectorAll<HTMLButtonElement>('.switch button')[index]?.click();
  }, siteModes.indexOf(mode));
  await vi.waitFor(async () => expect((await granted()).settings).toMatchObject(siteIs(mode)), SOON);
  expect(popup.problems()).toEqual([]);
  await popup.run(() => window.close());
}

const siteIs = (mode: SiteMode) => ({ sites: { [lab.demo.origin]: { mode } } });

/** What the extension may do now, as the browser sees it. */
function granted() {
  return lab.browser.control.evaluate(async () => ({
    origins: (await chrome.permissions.getAll()).origins,
    scripts: (await chrome.scripting.getRegisteredContentScripts()).map(({ matches }) => matches),
    settings: (await chrome.storage.local.get<{ settings?: object }>('settings')).settings,
  }));
}

const running = async () => (await lab.states(tab)).length;

test('a fresh installation may touch nothing', async () => {
  expect(await granted()).toEqual({ origins: [], scripts: [] });
});

test('switched on, this site and no other gets the script, the open page at once', async () => {
  await choose('suggest');
  const patterns = [`${lab.demo.origin}/*`];
  await vi.waitFor(async () => {
    expect(await granted()).toMatchObject({ origins: patterns, scripts: [patterns] });
  }, SOON);
  await vi.waitFor(async () => expect(await running()).toBe(1), SOON);
  await tab.page.reload();
  await vi.waitFor(async () => expect(await running()).toBe(1), SOON);
});

test('another mode of the same site asks for nothing more', async () => {
  await choose('auto');
  const patterns = [`${lab.demo.origin}/*`];
  expect(await granted()).toMatchObject({ origins: patterns, scripts: [patterns] });
});

test('switched off, the script and the permission are gone', async () => {
  await choose('off');
  await vi.waitFor(async () => expect(await granted()).toMatchObject({ origins: [], scripts: [] }), SOON);
  await tab.page.reload();
  // Reached by nothing but activeTab, which the toolbar button gave: no script answers.
  expect(await running()).toBe(0);
});

test('a permission withdrawn in the browser switches the site off', async () => {
  await choose('suggest');
  await lab.browser.control.evaluate(
    (origins) => chrome.permissions.remove({ origins }),
    [`${lab.demo.origin}/*`],
  );
  await vi.waitFor(async () => {
    expect(await granted()).toEqual({
      origins: [],
      scripts: [],
      settings: { sites: {}, sureness: null, threshold: null },
    });
  }, SOON);
});
