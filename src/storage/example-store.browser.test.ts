import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StoredExample } from '../shared/learning.ts';
import { type ExampleStore, openExampleStore } from './example-store.ts';

const NAME = 'learning-test';
const MODEL = 'model 1';
const stairs = { model: MODEL, word: '楼梯' };
const tree = { model: MODEL, word: '树' };

let clock = 0;
let store: ExampleStore;

const open = (options = {}) => openExampleStore({ name: NAME, now: () => ++clock, ...options });

function example(word: string, key: string, more: Partial<StoredExample> = {}): StoredExample {
  return {
    model: MODEL,
    word,
    key,
    isRight: true,
    source: 'corrected',
    vector: Float32Array.from([0.6, 0.8]),
    learnedAt: ++clock,
    ...more,
  };
}

const keysOf = async (word: { model: string; word: string }) =>
  (await store.examplesOf(word)).map(({ key }) => key);

beforeEach(async () => {
  store = await open();
});
afterEach(async () => {
  store.close();
  await deleteDB(NAME);
});

test('examples are there again when the browser was closed in between, the latest first', async () => {
  await store.put([example('楼梯', 'a'), example('楼梯', 'b', { isRight: false }), example('树', 'c')]);
  store.close();
  store = await open();
  expect(await keysOf(stairs)).toEqual(['b', 'a']);
  const [{ vector } = example('', '')] = await store.examplesOf(tree);
  expect([...vector]).toEqual([...Float32Array.from([0.6, 0.8])]);
  expect(await store.words()).toMatchObject([
    { ...tree, right: 1, wrong: 0 },
    { ...stairs, right: 1, wrong: 1 },
  ]);
});

test('a picture is stored once a word, and what was said of it itself stands above what was let stand', async () => {
  expect(await store.put([example('楼梯', 'a')])).toBe(1);
  expect(await store.put([example('楼梯', 'a', { isRight: false, source: 'confirmed' })])).toBe(0);
  expect(await store.examplesOf(stairs)).toMatchObject([{ isRight: true, source: 'corrected' }]);
  await store.put([example('楼梯', 'a', { isRight: false })]);
  expect(await store.examplesOf(stairs)).toMatchObject([{ isRight: false }]);
});

test('examples and words go one by one and all together', async () => {
  await store.put(['a', 'b', 'c'].map((key) => example('楼梯', key)));
  await store.put([example('树', 'd')]);
  expect(await store.remove(stairs, ['a', 'nothing'])).toBe(1);
  expect(await keysOf(stairs)).toEqual(['c', 'b']);
  expect(await store.forget(stairs)).toBe(2);
  expect(await store.words()).toMatchObject([tree]);
  expect(await store.remove(tree, ['d'])).toBe(1);
  expect(await store.words()).toEqual([]);
  await store.put([example('树', 'e')]);
  expect(await store.forget()).toBe(1);
  expect(await store.all()).toEqual([]);
});

test('past the limit the word that was not asked for longest loses its oldest examples', async () => {
  store.close();
  store = await open({ limit: 5 });
  await store.put(['a', 'b', 'c'].map((key) => example('楼梯', key)));
  await store.put(['d', 'e'].map((key) => example('树', key)));
  await store.touch(stairs);
  await store.put([example('花', 'f')]);
  expect(await keysOf(stairs)).toEqual(['c', 'b', 'a']);
  expect(await keysOf(tree)).toEqual(['e']);
  await store.put(['g', 'h', 'i'].map((key) => example('花', key)));
  expect(await keysOf(tree)).toEqual([]);
  expect(await keysOf(stairs)).toEqual(['c']);
  expect(await store.all()).toHaveLength(5);
  expect((await store.words()).map(({ word }) => word)).toEqual(['花', '楼梯']);
});

test('a word keeps no more than its latest', async () => {
  store.close();
  store = await open({ wordLimit: 2 });
  await store.put(['a', 'b', 'c'].map((key) => example('楼梯', key)));
  expect(await keysOf(stairs)).toEqual(['c', 'b']);
});

test('asking for a word that was never taught leaves no trace', async () => {
  await store.touch(stairs);
  expect(await store.words()).toEqual([]);
});
