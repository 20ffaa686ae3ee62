import { expect, test } from 'vitest';
import { median } from './median.ts';
import { contentScriptRow, formatRows, holds, memoryRow, speedRows, watchingRows } from './rows.ts';
import type { Round } from './speed.ts';

function round(engine: number, raw: number, tileByTile: number): Round {
  return { engine, raw, tileByTile, steps: { queue: 0, text: 0, prepare: 4, image: raw, decide: 0 } };
}

test('the median is the middle one, or the mean of the two in the middle', () => {
  expect(median([3, 1, 100])).toBe(3);
  expect(median([4, 1, 2, 100])).toBe(3);
  expect(median([])).toBeNaN();
});

test('speed is compared by medians, so that one slow round changes nothing', () => {
  const [engine, tileByTile] = speedRows(
    [round(50, 40, 100), round(50, 40, 100), round(900, 40, 100)],
    'here',
  );
  expect(engine).toMatchObject({ value: 1.25, detail: '50.0 ms (resize and normalise 4.0 ms) / 40.0 ms' });
  expect(tileByTile).toMatchObject({ value: 2, detail: '100.0 ms / 50.0 ms' });
  expect([engine!, tileByTile!].map(holds)).toEqual([true, true]);
});

test('bars: at most includes the bar, above does not', () => {
  expect(holds(memoryRow(100, 110, [20, 200]))).toBe(true);
  expect(holds(memoryRow(100, 111, [20, 200]))).toBe(false);
  expect(holds(contentScriptRow(20 * 1024))).toBe(true);
  expect(holds(contentScriptRow(20 * 1024 + 1))).toBe(false);
  expect(holds(speedRows([round(40, 40, 60)], 'here')[1]!)).toBe(false);
});

test('a missed bar is seen in the table', () => {
  const table = formatRows([memoryRow(2 ** 20, 2 ** 21, [20, 200]), contentScriptRow(1024)]);
  expect(table.split('\n')).toEqual([
    'memory of the extension after 200 grids / after 20    2.00  <= 1.1  MISSED  2 MiB / 1 MiB',
    'content script, KiB gzip                              1.00  <= 20   holds  1024 bytes',
  ]);
});

test('a burst costs what it costs in the middle, and the longest piece is the longest of all', () => {
  const times = [1, 9, 1.5].map((total) => ({ total, longest: total / 2 }));
  const load = { total: 30, longest: 6 };
  const hostile = [{ name: 'a heap', time: { total: 99, longest: 40 } }];
  const off = { total: 0, longest: 0 };
  const rows = watchingRows({
    bursts: [{ burst: 'texts', times }],
    beside: [],
    others: [{ page: 'of a table', bursts: [{ burst: 'trees', times }] }],
    after: [{ burst: 'rows', times: [{ total: 1.8, longest: 1 }] }],
    load,
    off,
    hostile,
  });
  expect(rows.map(({ value }) => value)).toEqual([1.5, 1.5, 1.8, 6, 0, 99]);
  expect(rows.map(holds)).toEqual([true, true, true, true, true, true]);
  const busy = watchingRows({
    bursts: [],
    beside: [],
    others: [{ page: 'of a table', bursts: [{ burst: 'trees', times: [{ total: 9, longest: 1 }] }] }],
    after: [],
    load: { total: 90, longest: 60 },
    off: load,
    hostile: [],
  });
  expect(busy.map(holds)).toEqual([false, true, false, false]);
});
