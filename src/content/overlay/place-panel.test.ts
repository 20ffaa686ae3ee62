import { expect, test } from 'vitest';
import { type Around, type Corner, placePanel, type Size } from './place-panel.ts';

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

function cornerOf(panel: Size, where: Around): Corner {
  return placePanel(panel, where).corner;
}

test('beside the grid, level with its top', () => {
  expect(cornerOf(PANEL, around())).toEqual([610, 200]);
});

test('on the other side where the window ends, and below where there is no room beside', () => {
  const nearEdge = around({ window: { width: 700, height: 800 } });
  expect(cornerOf(PANEL, nearEdge)).toEqual([90, 200]);
  const narrow = around({
    window: { width: 340, height: 800 },
    grid: { left: 20, top: 200, right: 320, bottom: 500 },
    question: { left: 20, top: 160, right: 220, bottom: 180 },
  });
  expect(cornerOf(PANEL, narrow)).toEqual([20, 510]);
});

test('never over a button of the page where another place is free', () => {
  expect(cornerOf(PANEL, around(button(700, 230, 760, 250)))).toEqual([90, 200]);
  const both = around({ isControlAt: (_, y) => y >= 200 && y < 290 });
  expect(cornerOf(PANEL, both)).toEqual([610, 420]);
});

test('beyond a question that stands beside the grid', () => {
  const beside = around({ question: { left: 620, top: 200, right: 760, bottom: 240 } });
  expect(cornerOf(PANEL, beside)).toEqual([770, 200]);
});

test('where nothing is free, over what the page has least of, and not over the tiles', () => {
  const full = around({
    window: { width: 640, height: 620 },
    grid: { left: 10, top: 100, right: 630, bottom: 500 },
    question: { left: 10, top: 60, right: 300, bottom: 90 },
    ...button(0, 560, 640, 570),
  });
  const [, top] = cornerOf(PANEL, full);
  expect(top).toBeGreaterThanOrEqual(500);
});

test('stays in a window smaller than itself', () => {
  const [left, top] = cornerOf(PANEL, around({ window: { width: 150, height: 60 } }));
  expect([left, top]).toEqual([0, 0]);
});

test('tells that nothing is covered, and which of two sizes covers less', () => {
  expect(placePanel(PANEL, around()).cost).toBe(0);
  const frame = around({
    window: { width: 420, height: 560 },
    grid: { left: 24, top: 63, right: 396, bottom: 435 },
    question: { left: 24, top: 25, right: 194, bottom: 45 },
    ...button(24, 453, 396, 501),
  });
  expect(placePanel({ width: 190, height: 95 }, frame).cost).toBeGreaterThan(0);
  expect(placePanel({ width: 330, height: 40 }, frame)).toEqual({ corner: [80, 510], cost: 0 });
});
