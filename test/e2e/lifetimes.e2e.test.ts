import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pollUntil } from '../../cli/poll-until.ts';
import { isClicked, type Lab, openLab, type OpenTab, PATIENCE } from './launch.ts';
import { readQuestion } from './question.ts';

let lab: Lab;
let tab: OpenTab;

beforeAll(async () => {
  // Playwright switches the back-forward cache off, which people have on.
  lab = await openLab({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  await lab.allow(lab.pages, 'auto');
});

afterAll(() => lab?.close());
afterEach(() => tab.page.close());

/** A busy machine drops pages from the cache at times; milliseconds for one return, and how many are tried. */
const RETURN_PATIENCE = 15_000;
const RETURNS = 3;

/** Waits for the answer; whether what is selected then is what is right. */
async function isAnswered(): Promise<boolean> {
  await lab.awaitState(tab, isClicked);
  const { selected, answer } = await readQuestion(tab.page);
  return selected.join() === answer.join();
}

function closeEngine(): Promise<true | undefined> {
  return lab.browser.control.evaluate(() =>
    chrome.offscreen.closeDocument().then(
      () => true as const,
      // It is not there yet.
      () => undefined,
    ),
  );
}

test('an engine that is closed while it answers comes back and answers', async () => {
  tab = await lab.openPage('one-grid.html?seed=11');
  expect(await pollUntil(closeEngine, PATIENCE)).toBe(true);
  expect(await isAnswered()).toBe(true);
});

test('an engine that was closed between two pages comes back', async () => {
  tab = await lab.openPage('one-grid.html?seed=12');
  expect(await isAnswered()).toBe(true);
  expect(await closeEngine()).toBe(true);
  await tab.page.goto(tab.page.url().replace('seed=12', 'seed=13'));
  expect(await isAnswered()).toBe(true);
});

test('a stopped service worker is no loss', async () => {
  tab = await lab.openPage('plain.html');
  const session = await lab.browser.context.newCDPSession(lab.browser.control);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await tab.page.goto(tab.page.url().replace('plain.html', 'one-grid.html?seed=14'));
  expect(await isAnswered()).toBe(true);
});

/** Leaves an answered page and comes back to it; whether the browser had kept it, which it does not promise. */
async function comesBackFromCache(): Promise<boolean> {
  tab = await lab.openPage('one-grid.html?seed=15');
  expect(await isAnswered()).toBe(true);
  await tab.page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => (document.body.dataset['persisted'] = String(persisted)));
  });
  await tab.page.goto(tab.page.url().replace(/one-grid.*/, 'plain.html'));
  // A page from the cache does not load again: there is no load event to wait for.
  await tab.page.goBack({ waitUntil: 'commit' });
  const persisted = () => tab.page.evaluate(() => document.body?.dataset['persisted'] === 'true');
  return (await pollUntil(async () => ((await persisted()) ? true : undefined), RETURN_PATIENCE)) ?? false;
}

test('a page that comes back from the back-forward cache still works', async () => {
  let isKept = await comesBackFromCache();
  for (let attempt = 1; !isKept && attempt < RETURNS; attempt += 1) {
    await tab.page.close();
    isKept = await comesBackFromCache();
  }
  expect(isKept, 'Chromium kept the page').toBe(true);

  // Nothing is selected any more, and the person asks for it again.
  await tab.page.evaluate(() => {
    for (const pressed of document.querySelectorAll<HTMLElement>('[aria-pressed="true"]')) pressed.click();
  });
  expect((await readQuestion(tab.page)).selected).toEqual([]);
  await lab.browser.control.evaluate((id) => chrome.tabs.sendMessage(id, { type: 'solve' }), tab.id);
  await expect
    .poll(async () => (await readQuestion(tab.page)).selected, { timeout: PATIENCE })
    .not.toEqual([]);
  expect(await isAnswered()).toBe(true);
});
