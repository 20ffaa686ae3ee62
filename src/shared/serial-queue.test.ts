import { expect, test } from 'vitest';
import { createSerialQueue } from './serial-queue.ts';

test('runs tasks one at a time in the order they came', async () => {
  const queue = createSerialQueue();
  const seen: string[] = [];
  const task = (name: string) => async () => {
    seen.push(`${name} starts`);
    await Promise.resolve();
    seen.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([queue.run(task('a')), queue.run(task('b'))])).toEqual(['a', 'b']);
  expect(seen).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
});

test('a failed task is reported to its caller and forgotten by the next', async () => {
  const queue = createSerialQueue();
  const failed = queue.run(() => Promise.reject(new Error('broken tile')));
  const next = queue.run(() => Promise.resolve('next grid'));
  await expect(failed).rejects.toThrow('broken tile');
  expect(await next).toBe('next grid');
});
