import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openPopup } from '../extension/open-popup.ts';
import { type Lab, openLab, type OpenTab } from './launch.ts';
import { readQuestion } from './question.ts';

let lab: Lab;
let tab: OpenTab;

beforeAll(async () => {
  lab = await openLab();
});

afterAll(() => lab?.close());
afterEach(() => tab.page.close());

const openPictures = () => lab.openPage(`elsewhere.html?from=${encodeURIComponent(lab.elsewhere.origin)}`);
const selected = async () => (await readQuestion(tab.page)).selected;

test('pictures of another origin are read from the screen when the person presses the toolbar button', async () => {
  tab = await openPictures();
  await openPopup(lab.browser, tab.page);
  const reply = await lab.browser.control.evaluate(
    (tabId) => chrome.runtime.sendMessage({ type: 'solve-tab', tabId }),
    tab.id,
  );
  expect(reply).toMatchObject({ kind: 'started' });
  const state = await lab.awaitDone(tab);
  expect(state.selected).toEqual((await readQuestion(tab.page)).answer);
});

test('without that the person is told what to do, and nothing is clicked', async () => {
  await lab.allow(lab.pages, 'auto');
  tab = await openPictures();
  const state = await lab.awaitDone(tab);
  expect(['failed', 'left-alone']).toContain(state.phase);
  expect(state.message).not.toBe('');
  expect(await selected()).toEqual([]);
});
