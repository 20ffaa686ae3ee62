import { expect, test } from 'vitest';
import type { PageState } from '../shared/messages.ts';
import { mostTelling } from './most-telling.ts';

const idle: PageState = { phase: 'idle' };
const failed: PageState = { phase: 'failed', message: 'no' };
const suggested: PageState = {
  phase: 'suggested',
  tiles: [{ probability: 0.9, state: 'yes' }],
  selected: [1],
};

test('a page without frames is idle', () => expect(mostTelling([])).toEqual(idle));
test('the frame with the question speaks for its page', () => {
  expect(mostTelling([idle, suggested, idle])).toBe(suggested);
});
test('tiles tell more than a failure elsewhere', () =>
  expect(mostTelling([failed, suggested])).toBe(suggested));
test('a failure tells more than nothing', () => expect(mostTelling([idle, failed])).toBe(failed));

test('a frame that looked in vain says so when nobody has more to say', () => {
  const inVain: PageState = { phase: 'idle', message: 'nothing found' };
  expect(mostTelling([idle, inVain])).toBe(inVain);
  expect(mostTelling([inVain, suggested])).toBe(suggested);
});
