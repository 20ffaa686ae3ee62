import { expect, test } from 'vitest';
import { badgeOf } from './badge-of.ts';

test.each([
  [{ phase: 'suggested', selected: [1, 4, 7] }, '3'],
  [{ phase: 'clicked', selected: [2] }, '1'],
  [{ phase: 'suggested', selected: [] }, '0'],
  [{ phase: 'scoring' }, '…'],
  [{ phase: 'left-alone', message: 'no such word' }, '?'],
  [{ phase: 'failed' }, '!'],
  [{ phase: 'idle' }, ''],
  [{ phase: 'cancelled', selected: [1] }, ''],
] as const)('the badge of %o is "%s"', (state, text) => expect(badgeOf(state).text).toBe(text));
