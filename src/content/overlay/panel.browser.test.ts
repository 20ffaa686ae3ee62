import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { OVERLAY_STYLE } from './overlay-style.ts';
import { createPanel, type Panel } from './panel.ts';

const WORK = { accept: () => undefined, undo: () => undefined, close: () => undefined };
const GRID = { left: 24, top: 63, right: 396, bottom: 435 };
const QUESTION = { left: 24, top: 25, right: 194, bottom: 45 };

afterEach(() => document.body.replaceChildren());

/** A page with one button below the grid, and a panel placed on it as in the built extension. */
async function placed(window: { width: number; height: number }, choices: number, said = '4 pictures fit') {
  await page.viewport(window.width, window.height);
  document.body.innerHTML = `<style>body { margin: 0 }</style>
    <button style="position:fixed;left:24px;top:453px;width:372px;height:48px">领取</button><div></div>`;
  const root = document.querySelector('div')!.attachShadow({ mode: 'open' });
  root.innerHTML = `<style>${OVERLAY_STYLE}</style><div class="layer"></div>`;
  const panel: Panel = createPanel(root.querySelector<HTMLElement>('.layer')!, WORK);
  panel.write({ asked: '斑马', said, choices, canUndo: false, spoken: '' });
  panel.place(GRID, QUESTION);
  const shown = root.querySelector('.panel')!.getBoundingClientRect();
  const button = document.querySelector('button')!.getBoundingClientRect();
  return { shown, button, inside: root.querySelector('.said')! };
}

test.each([0, 4])(
  'with %i to choose it lies in the strip below the button of a small frame',
  async (choices) => {
    const { shown, button } = await placed({ width: 420, height: 560 }, choices);
    expect(shown.top).toBeGreaterThanOrEqual(button.bottom);
    expect(shown.bottom).toBeLessThanOrEqual(560);
    expect(shown.left).toBeGreaterThanOrEqual(0);
    expect(shown.right).toBeLessThanOrEqual(420);
  },
);

test('beside the grid, where there is room, it keeps its lines', async () => {
  const { shown } = await placed({ width: 900, height: 560 }, 4);
  expect(shown.left).toBeGreaterThan(GRID.right);
  expect(shown.height).toBeGreaterThan(80);
});

test('a long word of a technical message is broken, not let out of the panel', async () => {
  const { shown, inside } = await placed({ width: 900, height: 560 }, 0, `SHA-256 ${'8a'.repeat(64)}`);
  expect(inside.scrollWidth).toBeLessThanOrEqual(shown.width);
});
