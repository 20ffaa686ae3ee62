import { expect, test } from 'vitest';
import { sumCalls } from './script-time.ts';

const OURS = 'chrome-extension://abc/src/content/';

function call(ts: number, dur: number, url: string, more: object = {}): object {
  return { ph: 'X', pid: 1, tid: 1, ts, dur, args: { data: { url } }, ...more };
}

test('adds up the calls into scripts of the origin, calls within calls once', () => {
  const events = [
    call(0, 3000, `${OURS}index.js`),
    call(1000, 500, `${OURS}index.js`),
    call(5000, 9000, 'https://page.test/app.js'),
    call(20_000, 1000, `${OURS}answerer.js`),
    call(20_100, 1000, `${OURS}answerer.js`, { tid: 2 }),
    { ph: 'M', pid: 1, tid: 1, args: { name: 'thread' } },
    'not an event',
  ];
  expect(sumCalls(events, OURS)).toEqual({ total: 5, longest: 3 });
});

test('goes by the clock of the thread where the trace has it', () => {
  expect(sumCalls([call(0, 9000, `${OURS}index.js`, { tdur: 2000 })], OURS)).toEqual({
    total: 2,
    longest: 2,
  });
});

test('nothing is nothing', () => {
  expect(sumCalls([], OURS)).toEqual({ total: 0, longest: 0 });
});
