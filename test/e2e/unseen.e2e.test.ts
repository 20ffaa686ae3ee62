import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { type Lab, openLab } from './launch.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await openLab();
  await lab.allow(lab.pages, 'suggest');
});

afterAll(() => lab?.close());

const globalNames = async (page: Page) =>
  (await page.evaluate(() => Object.getOwnPropertyNames(window))).toSorted();

const look = (page: Page) =>
  page.evaluate(() => ({
    markup: document.querySelector('section')?.outerHTML,
    boxes: [...document.querySelectorAll('section, section *')].map((each) =>
      each.getBoundingClientRect().toJSON(),
    ),
    scroll: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
  }));

test('a page can load no file of the extension', async () => {
  const { page } = await lab.openPage('one-grid.html');
  const base = `chrome-extension://${lab.browser.extensionId}`;
  const files = [
    'manifest.json',
    'src/popup/popup.html',
    'src/content/index.js',
    'src/icons/tilewise-16.png',
  ];
  const reached = await page.evaluate(
    (urls) =>
      Promise.all(
        urls.map((url) =>
          fetch(url).then(
            () => url,
            () => undefined,
          ),
        ),
      ),
    files.map((file) => `${base}/${file}`),
  );
  expect(reached.filter(Boolean)).toEqual([]);
});

test('nothing of the extension is in the world of the page', async () => {
  const { page: bare } = await lab.open(`${lab.elsewhere.origin}/test/e2e/pages/one-grid.html`);
  const tab = await lab.openPage('one-grid.html');
  await lab.awaitState(tab, ({ phase }) => phase === 'suggested');
  expect(await globalNames(tab.page)).toEqual(await globalNames(bare));
});

test('the page keeps its layout and the markup of its question', async () => {
  const { page: bare } = await lab.open(`${lab.elsewhere.origin}/test/e2e/pages/one-grid.html`);
  const tab = await lab.openPage('one-grid.html');
  await lab.awaitState(tab, ({ phase }) => phase === 'suggested');
  expect(await look(tab.page)).toEqual(await look(bare));
});
