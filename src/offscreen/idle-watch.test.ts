import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { idleWatch } from './idle-watch.ts';

const IDLE = 1000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const end = vi.fn<() => void>();
  return { end, watch: idleWatch(IDLE, end) };
}

test('a document that nobody asks anything ends too', () => {
  const { end } = watched();
  vi.advanceTimersByTime(IDLE);
  expect(end).toHaveBeenCalledTimes(1);
});

test('it does not end under work, however long, and ends once after it', async () => {
  const { end, watch } = watched();
  const work = watch.during(new Promise((resolve) => setTimeout(() => resolve('done'), 10 * IDLE)));
  await vi.advanceTimersByTimeAsync(10 * IDLE);
  expect(await work).toBe('done');
  await vi.advanceTimersByTimeAsync(IDLE - 1);
  expect(end).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(end).toHaveBeenCalledTimes(1);
});

test('failed work is work that is over', async () => {
  const { end, watch } = watched();
  await expect(watch.during(Promise.reject(new Error('no')))).rejects.toThrow('no');
  await vi.advanceTimersByTimeAsync(IDLE);
  expect(end).toHaveBeenCalledTimes(1);
});

test('of two pieces of work the later end counts', async () => {
  const { end, watch } = watched();
  void watch.during(new Promise((resolve) => setTimeout(resolve, 100)));
  void watch.during(new Promise((resolve) => setTimeout(resolve, 900)));
  await vi.advanceTimersByTimeAsync(900 + IDLE - 1);
  expect(end).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(end).toHaveBeenCalledTimes(1);
});
