import { expect, test } from 'vitest';
import { createLookPace } from './look-pace.ts';

function pace() {
  let time = 0;
  const looks = createLookPace(() => time);
  return { ...looks, pass: (milliseconds: number) => (time += milliseconds) };
}

test('a question without a grid is looked at ever later', () => {
  const { wait, looked, pass } = pace();
  expect(wait()).toBe(0);
  const waits = [1, 2, 3, 4].map(() => {
    looked(1, true);
    const until = wait();
    pass(until);
    return until;
  });
  expect(waits).toEqual([60, 120, 240, 480]);
});

test('something new starts it again, but not while a long look is rested from', () => {
  const { wait, looked, hurry, pass } = pace();
  looked(1, true);
  pass(60);
  looked(10, true);
  hurry();
  expect(wait()).toBe(200);
  pass(200);
  looked(1, true);
  expect(wait()).toBe(60);
});

test('what has cost much without success waits for something new', () => {
  const { wait, looked, hint, hurry, pass } = pace();
  looked(10, true);
  looked(11, true);
  pass(100_000);
  expect(wait()).toBe(Infinity);
  hint();
  expect(wait()).toBe(0);
  looked(6, true);
  expect(wait()).toBe(Infinity);
  hurry();
  pass(120);
  expect(wait()).toBe(0);
});

test('a grid that is found rests a moment', () => {
  const { wait, looked } = pace();
  looked(1, false);
  expect(wait()).toBe(300);
});

test('cheap looks go on to their end', () => {
  const { wait, looked, pass } = pace();
  for (let look = 0; look < 50; look += 1) {
    looked(4, true);
    pass(wait());
  }
  expect(wait()).toBe(0);
});

test('a mass of changes asks for another look only long after a dear one', () => {
  const { wait, looked, hintMass, pass } = pace();
  looked(30, true);
  pass(1_000);
  expect([hintMass(), wait()]).toEqual([false, Infinity]);
  pass(60_000);
  expect([hintMass(), wait()]).toEqual([true, 0]);
});
