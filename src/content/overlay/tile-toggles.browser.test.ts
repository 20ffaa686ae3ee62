import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createTileToggles, type TileToggles } from './tile-toggles.ts';

let toggles: TileToggles | undefined;
afterEach(() => {
  toggles?.remove();
  toggles = undefined;
  document.body.innerHTML = '';
});

const NINE = Array.from({ length: 9 }, (_, index) => ({ isChosen: index === 4, isCorrected: index === 4 }));

/** Tiles of 60 CSS pixels side by side, three in a row. */
const SHAPES = NINE.map((_, index) => ({
  centre: { x: 50 + 60 * (index % 3), y: 50 + 60 * Math.floor(index / 3) },
  across: { x: 60, y: 0 },
  down: { x: 0, y: 60 },
}));

function open() {
  const toggled: number[] = [];
  const layer = document.createElement('div');
  layer.style.cssText = 'position:fixed;inset:0';
  document.body.append(layer);
  toggles = createTileToggles(layer, (index) => toggled.push(index));
  toggles.draw(NINE, 3);
  toggles.place(SHAPES, undefined);
  const buttons = [...layer.querySelectorAll<HTMLButtonElement>('[role=checkbox]')];
  return { toggled, buttons, layer };
}

test('each tile has a checkbox with its name and state, inside the tile and large enough', () => {
  const { buttons } = open();
  expect(buttons.map(({ ariaChecked }) => ariaChecked)).toEqual(NINE.map(({ isChosen }) => String(isChosen)));
  expect(new Set(buttons.map(({ ariaLabel }) => ariaLabel)).size).toBe(9);
  const style = document.createElement('style');
  style.textContent = '.toggle{position:absolute;left:0;top:0;width:24px;height:24px;padding:0}';
  document.head.append(style);
  for (const [index, button] of buttons.entries()) {
    const { left, top, width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    expect(left).toBeGreaterThanOrEqual(20 + 60 * (index % 3));
    expect(left + width).toBeLessThanOrEqual(80 + 60 * (index % 3));
    expect(top).toBeGreaterThanOrEqual(20 + 60 * Math.floor(index / 3));
  }
  style.remove();
});

test('one of them can be tabbed to, arrows move among them, Space and Enter press', async () => {
  const { toggled, buttons } = open();
  expect(buttons.filter(({ tabIndex }) => tabIndex === 0)).toEqual([buttons[0]]);
  await userEvent.tab();
  expect(document.activeElement).toBe(buttons[0]);
  await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowUp}{ArrowUp}{End}');
  expect(document.activeElement).toBe(buttons[8]);
  expect(buttons.filter(({ tabIndex }) => tabIndex === 0)).toEqual([buttons[8]]);
  await userEvent.keyboard(' {Enter}');
  expect(toggled).toEqual([8, 8]);
});

test('the focus stays where it is when the answer is drawn anew', async () => {
  const { buttons } = open();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  toggles?.draw(
    NINE.map(() => ({ isChosen: true, isCorrected: false })),
    3,
  );
  expect(document.activeElement).toBe(buttons[1]);
  expect(buttons[1]?.ariaChecked).toBe('true');
});

test('a click that the page makes up toggles nothing', () => {
  const { toggled, buttons } = open();
  buttons[0]?.click();
  buttons[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(toggled).toEqual([]);
});

test('without tiles nothing is left to press', () => {
  const { layer } = open();
  toggles?.draw([], 3);
  expect(layer.querySelectorAll('button')).toHaveLength(0);
});
