import { afterEach, expect, test, vi } from 'vitest';
import { runParts } from './run-parts.ts';

afterEach(() => vi.restoreAllMocks());

test('every part runs, also after one that failed or threw, and all are summed', async () => {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => printed.push(text));
  const tally = await runParts([
    { name: 'first', about: '', run: async () => ({ passed: 3, failed: 1 }) },
    { name: 'second', about: '', run: () => Promise.reject(new Error('no compiler')) },
    { name: 'third', about: '', run: async () => ({ passed: 5, failed: 0 }) },
  ]);
  expect(tally).toEqual({ passed: 8, failed: 2 });
  expect(printed.join('\n')).toContain('no compiler');
});
