import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isClicked, type Lab, LONG_ENOUGH, openLab, PATIENCE } from './launch.ts';
import { readQuestion, readQuestions } from './question.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await openLab();
  await lab.allow(lab.pages, 'auto');
  await lab.allow(lab.demo, 'auto');
});

afterAll(() => lab?.close());

test('an unknown word is told, nothing is clicked, and the next grid works', async () => {
  const tab = await lab.openPage('unknown-word.html');
  const state = await lab.awaitDone(tab);
  expect(state).toMatchObject({ phase: 'left-alone', text: '烟囱' });
  expect(state.message).toContain('烟囱');
  expect((await readQuestion(tab.page)).selected).toEqual([]);

  const next = await lab.openPage('one-grid.html');
  await lab.awaitState(next, isClicked);
  const { selected, answer } = await readQuestion(next.page);
  expect(selected).toEqual(answer);
});

test('where no tile is right, none is clicked', async () => {
  const tab = await lab.open(`${lab.demo.origin}/none.html?seed=5`);
  const state = await lab.awaitDone(tab);
  expect(state.selected).toEqual([]);
  expect(state.clicked ?? []).toEqual([]);
  expect(await tab.page.locator('body').getAttribute('data-selected')).toBe('');
});

test('a page without a question is not touched', async () => {
  const tab = await lab.openPage('plain.html');
  const before = await tab.page.content();
  await delay(LONG_ENOUGH);
  expect((await lab.states(tab)).map(({ phase }) => phase)).toEqual(['idle']);
  expect(await tab.page.content()).toBe(before);
});

test('two questions on one page are both answered', async () => {
  const tab = await lab.openPage('two-grids.html');
  const wrong = async () =>
    (await readQuestions(tab.page)).filter(({ selected, answer }) => selected.join() !== answer.join());
  await expect.poll(wrong, { timeout: PATIENCE }).toEqual([]);
  await delay(LONG_ENOUGH);
  expect(await wrong()).toEqual([]);
});
