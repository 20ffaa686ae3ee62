import { expect, test } from 'vitest';
import { type Around, placePanel } from './place-panel.ts';

const PANEL = { width: 200, height: 80 };

function around(changes: Partial<Around> = {}): Around {
  return {
    window: { width: 1000, height: 800 },
    grid: { left: 300, top: 200, right: 600, bottom: 500 },
    question: { left: 300, top: 160, right: 500, bottom: 180 },
    isControlAt: () => false,
    ...changes,
  };
}

/** A button of the page. */
function button(left: number, top: number, right: number, bottom: number): Pick<Around, 'isControlAt'> {
  return { isControlAt: (x, y) => x >= left && x <= right && y >= top && y <= bottom };
}

test('beside the grid, level with its top', () => {
  expect(placePanel(PANEL, around())).toEqual([610, 200]);
});

test('on the other side where the window ends, and below where there is no room beside', () => {
  const nearEdge = around({ window: { width: 700, height: 800 } });
  expect(placePanel(PANEL, nearEdge)).toEqual([90, 200]);
  const narrow = around({
    window: { width: 340, height: 800 },
    grid: { left: 20, top: 200, right: 320, bottom: 500 },
    question: { left: 20, top: 160, right: 220, bottom: 180 },
  });
  expect(placePanel(PANEL, narrow)).toEqual([20, 510]);
});

test('never over a button of the page where another place is free', () => {
  expect(placePanel(PANEL, around(button(700, 230, 760, 250)))).toEqual([90, 200]);
  const both = around({ isControlAt: (_, y) => y >= 200 && y < 290 });
  expect(placePanel(PANEL, both)).toEqual([610, 420]);
});

test('beyond a question that stands beside the grid', () => {
  const beside = around({ question: { left: 620, top: 200, right: 760, bottom: 240 } });
  expect(placePanel(PANEL, beside)).toEqual([770, 200]);
});

test('where nothing is free, over what the page has least of, and not over the tiles', () => {
  const full = around({
    window: { width: 640, height: 620 },
    grid: { left: 10, top: 100, right: 630, bottom: 500 },
    question: { left: 10, top: 60, right: 300, bottom: 90 },
    ...button(0, 560, 640, 570),
  });
  const [, top] = placePanel(PANEL, full);
  expect(top).toBeGreaterThanOrEqual(500);
});

test('stays in a window smaller than itself', () => {
  const [left, top] = placePanel(PANEL, around({ window: { width: 150, height: 60 } }));
  expect([left, top]).toEqual([0, 0]);
});
