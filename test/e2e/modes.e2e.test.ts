import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { SiteMode } from '../../src/shared/settings.ts';
import { isClicked, type Lab, LONG_ENOUGH, openLab, type OpenTab } from './launch.ts';
import { readQuestion } from './question.ts';

let lab: Lab;
let tab: OpenTab;

beforeAll(async () => {
  lab = await openLab();
});

afterAll(() => lab?.close());
afterEach(() => tab.page.close());

async function openIn(mode: SiteMode, seed: number): Promise<void> {
  await lab.allow(lab.pages, mode);
  tab = await lab.openPage(`one-grid.html?seed=${seed}`);
}

const selected = async () => (await readQuestion(tab.page)).selected;
const answer = async () => (await readQuestion(tab.page)).answer;
const submitted = () => tab.page.evaluate(() => document.body.dataset['submitted']);

test('a site that nobody switched on is left as it is', async () => {
  tab = await lab.openPage('one-grid.html');
  await delay(LONG_ENOUGH);
  expect(await lab.states(tab)).toEqual([]);
  expect(await selected()).toEqual([]);
});

test('suggest outlines the answer without clicking, and Enter accepts it', async () => {
  await openIn('suggest', 1);
  const suggested = await lab.awaitState(tab, ({ phase }) => phase === 'suggested');
  expect(suggested.selected).toEqual(await answer());
  expect(await selected()).toEqual([]);

  await tab.page.keyboard.press('Enter');
  const clicked = await lab.awaitState(tab, isClicked);
  expect(clicked.clicked).toEqual(await answer());
  expect(await selected()).toEqual(await answer());
  expect(await submitted()).toBeUndefined();
});

test('Esc puts a suggestion away for good', async () => {
  await openIn('suggest', 2);
  await lab.awaitState(tab, ({ phase }) => phase === 'suggested');
  await tab.page.keyboard.press('Escape');
  await lab.awaitState(tab, ({ phase }) => phase === 'cancelled');
  await tab.page.keyboard.press('Enter');
  await delay(LONG_ENOUGH);
  expect(await selected()).toEqual([]);
});

test('a key that the page makes up accepts nothing', async () => {
  await openIn('suggest', 3);
  await lab.awaitState(tab, ({ phase }) => phase === 'suggested');
  await tab.page.evaluate(() => {
    for (const target of [document, window, document.body]) {
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true }));
    }
  });
  await delay(LONG_ENOUGH);
  expect(await selected()).toEqual([]);
});

test('auto clicks the answer and leaves the submit button to the person', async () => {
  await openIn('auto', 4);
  await lab.awaitState(tab, isClicked);
  expect(await selected()).toEqual(await answer());
  await delay(LONG_ENOUGH);
  expect(await submitted()).toBeUndefined();
});

test('what is selected already is not clicked away', async () => {
  await openIn('suggest', 5);
  const { selected: suggested = [] } = await lab.awaitState(tab, ({ phase }) => phase === 'suggested');
  await tab.page
    .locator('.grid button')
    .nth((suggested[0] ?? 1) - 1)
    .click();
  // Enter on a button that has the focus presses that button, as everywhere.
  await tab.page.locator('h2').click();
  await tab.page.keyboard.press('Enter');
  await lab.awaitState(tab, isClicked);
  expect(await selected()).toEqual(await answer());
});

test('switched off again, the next page is left as it is', async () => {
  await openIn('off', 6);
  await delay(LONG_ENOUGH);
  expect(await lab.states(tab)).toEqual([]);
  expect(await selected()).toEqual([]);
});
