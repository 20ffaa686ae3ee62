import { expect, test } from 'vitest';
import { lookAgain } from './look-again.ts';

const look = (share: number, mirrored = false) => ({ name: 'another', share, mirrored });

test('left and right are exchanged in every row of every channel, and the input stays as it is', () => {
  const data = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const { data: seen, dims } = lookAgain({ data, dims: [1, 2, 2, 2] }, look(1, true));
  expect([...seen]).toEqual([2, 1, 4, 3, 6, 5, 8, 7]);
  expect(dims).toEqual([1, 2, 2, 2]);
  expect([...data]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('nearer shows the middle, with what lies between two places in between', () => {
  const row = Float32Array.of(0, 10, 20, 30);
  const { data } = lookAgain({ data: row, dims: [1, 1, 1, 4] }, look(0.5));
  expect([...data]).toEqual([7.5, 12.5, 17.5, 22.5]);
});

test('farther shows all of it, and around it the mean of the channel', () => {
  const row = Float32Array.of(0, 8, 8, 0, 100, 100, 100, 100);
  const { data } = lookAgain({ data: row, dims: [1, 2, 1, 4] }, look(2));
  expect([...data]).toEqual([4, 4, 4, 4, 100, 100, 100, 100]);
  const ends = lookAgain({ data: Float32Array.of(0, 8, 16, 24, 32, 40), dims: [1, 1, 1, 6] }, look(1.5));
  expect([...ends.data]).toEqual([20, 2, 14, 26, 38, 20]);
});
