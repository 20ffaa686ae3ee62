import { expect, test } from 'vitest';
import { memoizeAsync } from './memoize-async.ts';

function counted(limit: number) {
  const asked: string[] = [];
  const get = memoizeAsync((key) => {
    asked.push(key);
    return Promise.resolve(key.toUpperCase());
  }, limit);
  return { asked, get };
}

test('computes once a key, also for callers that ask at the same time', async () => {
  const { asked, get } = counted(10);
  expect(await Promise.all([get('a'), get('a')])).toEqual(['A', 'A']);
  expect(await get('a')).toBe('A');
  expect(asked).toEqual(['a']);
});

test('forgets the least recently used key beyond its limit', async () => {
  const { asked, get } = counted(2);
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);
  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});

test('a rejection reaches every caller who waits and is computed again for the next', async () => {
  let failures = 1;
  const get = memoizeAsync(
    () => (failures-- > 0 ? Promise.reject(new Error('session busy')) : Promise.resolve('ok')),
    10,
  );
  const first = get('a');
  const second = get('a');
  await expect(first).rejects.toThrow('session busy');
  await expect(second).rejects.toThrow('session busy');
  expect(await get('a')).toBe('ok');
});
