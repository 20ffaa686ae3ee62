import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkAnswer, demoPages } from '../../cli/demo-page.ts';
import { awaitAnswer } from '../../cli/await-answer.ts';
import { type Lab, openLab, PATIENCE } from './launch.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await openLab();
  await lab.allow(lab.demo, 'auto');
});

afterAll(() => lab?.close());

afterEach(async () => {
  for (const page of lab.browser.context.pages()) {
    if (page !== lab.browser.control) await page.close();
  }
});

describe.each([1, 2, 3])('dealt as number %i', (seed) => {
  test.each(demoPages)('%s is answered right, by its own verdict', async (name) => {
    const { page, id } = await lab.open(`${lab.demo.origin}/${name}.html?seed=${seed}`);
    const answered = await awaitAnswer(lab.browser, id, { find: PATIENCE, answer: PATIENCE });
    expect(answered?.state.phase).toBe(name === 'none' ? 'left-alone' : 'clicked');
    expect(await checkAnswer(page)).toBe('right');
  });
});
