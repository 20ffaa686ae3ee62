import { afterAll, beforeAll, expect, test } from 'vitest';
import { isClicked, type Lab, openLab, type OpenTab } from './launch.ts';
import { readQuestion } from './question.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await openLab();
  await lab.allow(lab.pages, 'suggest');
});

afterAll(() => lab?.close());

/** CSS pixels from the right and upper edge of a tile to the middle of its switch. */
const SWITCH = 16;

/** All that is drawn lies in a closed shadow root: the person's pointer gets there, a selector does not. */
async function pressSwitch({ page }: OpenTab, position: number): Promise<void> {
  const box = await page
    .locator('.grid button')
    .nth(position - 1)
    .boundingBox();
  if (!box) throw new Error(`Expected tile ${position} on the page, found none.`);
  await page.mouse.click(box.x + box.width - SWITCH, box.y + SWITCH);
}

const selected = async ({ page }: OpenTab) => (await readQuestion(page)).selected;
const answer = async ({ page }: OpenTab) => (await readQuestion(page)).answer;

async function openOptions() {
  const page = await lab.browser.context.newPage();
  await page.goto(`chrome-extension://${lab.browser.extensionId}/src/options/options.html`);
  return page;
}

test('what the person corrects is answered so on the next grid, and as before once it is forgotten', async () => {
  const first = await lab.openPage('taught-word.html?seed=1');
  const unknown = await lab.awaitDone(first);
  expect(unknown).toMatchObject({ phase: 'left-alone', text: '阿福', selected: [] });

  const right = await answer(first);
  for (const position of right) await pressSwitch(first, position);
  await lab.awaitState(first, ({ phase }) => phase === 'suggested');
  // Said twice is taken back.
  await pressSwitch(first, right[0] ?? 0);
  await pressSwitch(first, right[0] ?? 0);
  expect(await selected(first)).toEqual([]);
  await first.page.keyboard.press('Enter');
  await lab.awaitState(first, isClicked);
  expect(await selected(first)).toEqual(right);

  const second = await lab.openPage('taught-word.html?seed=2');
  const known = await lab.awaitDone(second);
  expect(known.selected).toEqual(await answer(second));
  expect(await selected(second)).toEqual([]);

  const options = await openOptions();
  const section = options.locator('section', { has: options.locator('#learned') });
  await expect.poll(() => section.locator('li strong').allTextContents()).toEqual(['阿福']);
  await section.locator('li button').click();
  await expect.poll(() => section.locator('li').count()).toBe(0);
  await options.close();

  const third = await lab.openPage('taught-word.html?seed=3');
  expect(await lab.awaitDone(third)).toMatchObject({ phase: 'left-alone', selected: [] });
});
