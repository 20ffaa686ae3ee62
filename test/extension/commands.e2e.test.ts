import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Lab, LONG_ENOUGH, openLab, type OpenTab } from '../e2e/launch.ts';

/** Milliseconds for the toolbar button to follow the page. */
const SOON = { timeout: 10_000, interval: 100 };

let lab: Lab;
let tab: OpenTab;
beforeAll(async () => {
  lab = await openLab();
  await lab.allow(lab.demo, 'suggest');
  tab = await lab.open(`${lab.demo.origin}/imgs.html?seed=1`);
});
afterAll(() => lab?.close());

/** What the browser does when the person presses the keys; no program can press them in a headless browser. */
async function press(command: 'solve' | 'accept'): Promise<void> {
  const worker = lab.browser.context
    .serviceWorkers()
    .find((each) => each.url().includes(lab.browser.extensionId));
  if (!worker) throw new Error('Expected the service worker of the extension, found none');
  await worker.evaluate(
    `chrome.tabs.get(${tab.id}).then((tab) => chrome.commands.onCommand.dispatch('${command}', tab))`,
  );
}

const badge = () => lab.browser.control.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab.id);

test('the badge counts the tiles that are suggested', async () => {
  const { phase, selected } = await lab.awaitDone(tab);
  expect(phase).toBe('suggested');
  await vi.waitFor(async () => expect(await badge()).toBe(String(selected?.length)), SOON);
});

test('one key accepts them', async () => {
  await press('accept');
  const { clicked, selected } = await lab.awaitState(tab, ({ phase }) => phase === 'clicked');
  expect(clicked).toEqual(selected);
});

test('another key solves the page again', async () => {
  await tab.page.reload();
  await lab.awaitDone(tab);
  await press('solve');
  await vi.waitFor(async () => expect(await badge()).toMatch(/^[1-9]$/), SOON);
});

test.each([1, 2, 3, 4])(
  'the next page starts without a badge, also in the midst of scoring (%i)',
  async () => {
    await lab.awaitDone(tab);
    await press('solve');
    await tab.page.goto(`${lab.elsewhere.origin}/demo/index.html`);
    await vi.waitFor(async () => expect(await badge()).toBe(''), SOON);
    await new Promise((resolve) => setTimeout(resolve, LONG_ENOUGH));
    expect(await badge()).toBe('');
    await tab.page.goBack();
  },
);
