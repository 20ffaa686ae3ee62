import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSearchLater, type SearchLater } from './search-later.ts';

let later: SearchLater;
const search = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  search.mockReset();
  later = createSearchLater(search);
});

afterEach(() => {
  later.stop();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

/** A burst that adds elements of these names. */
function burst(names: readonly string[]): MutationRecord[] {
  const observer = new MutationObserver(() => undefined);
  observer.observe(document.body, { childList: true });
  for (const name of names) document.body.append(document.createElement(name));
  return observer.takeRecords();
}

const LIST = Array.from({ length: 200 }, () => 'p');
const PAGE = Array.from({ length: 200 }, (_, index) => `part-${Math.floor(index / 10)}`);

const stir = (): boolean => document.body.dispatchEvent(new Event('pointerover'));

test('a new page is searched twice, once where that is dear', () => {
  vi.advanceTimersByTime(4_000);
  expect(search).toHaveBeenCalledTimes(2);
  search.mockReset();
  const dear = createSearchLater(search);
  dear.searched(50);
  vi.advanceTimersByTime(4_000);
  dear.stop();
  expect(search).toHaveBeenCalledTimes(1);
});

test('a page that is built in a burst is searched after a while', () => {
  vi.advanceTimersByTime(4_000);
  search.mockReset();
  later.afterMass(burst(PAGE));
  vi.advanceTimersByTime(5_000);
  expect(search).toHaveBeenCalledTimes(1);
});

test('a list that changes is searched once the person stirs, and not again and again', () => {
  vi.advanceTimersByTime(4_000);
  search.mockReset();
  for (let count = 0; count < 3; count += 1) later.afterMass(burst(LIST));
  vi.advanceTimersByTime(60_000);
  expect(search).not.toHaveBeenCalled();
  stir();
  stir();
  expect(search).toHaveBeenCalledTimes(1);
});

test('after a dear search the next one waits', () => {
  vi.advanceTimersByTime(4_000);
  search.mockReset();
  later.searched(3);
  later.afterMass(burst(PAGE));
  vi.advanceTimersByTime(29_000);
  expect(search).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(search).toHaveBeenCalledTimes(1);
});
