import { afterEach, expect, test, vi } from 'vitest';
import { isTimeLimitError, withTimeLimit } from './with-time-limit.ts';

afterEach(() => vi.useRealTimers());

test('a result in time is passed on', async () => {
  await expect(withTimeLimit(Promise.resolve(3), 1000, 'Counting')).resolves.toBe(3);
});

test('a failure in time is passed on', async () => {
  await expect(withTimeLimit(Promise.reject(new Error('no')), 1000, 'Counting')).rejects.toThrow('no');
});

test('a promise that never settles is rejected by name', async () => {
  vi.useFakeTimers();
  const error = withTimeLimit(new Promise(() => undefined), 20_000, 'Scoring the grid').catch(
    (e: unknown) => e,
  );
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await error).toMatchObject({ message: 'Scoring the grid took longer than 20 s.' });
  expect(isTimeLimitError(await error)).toBe(true);
});

test('no timer is left behind', async () => {
  vi.useFakeTimers();
  await withTimeLimit(Promise.resolve(1), 1000, 'Counting');
  expect(vi.getTimerCount()).toBe(0);
});
