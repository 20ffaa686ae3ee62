import { expect, test } from 'vitest';
import { findTextBoxes } from './find-text-boxes.ts';

const WIDTH = 64;
const HEIGHT = 32;

function map(
  ...areas: readonly (readonly [x: number, y: number, width: number, height: number, value: number])[]
) {
  const data = new Float32Array(WIDTH * HEIGHT);
  for (const [x, y, width, height, value] of areas) {
    for (let row = y; row < y + height; row++) data.fill(value, row * WIDTH + x, row * WIDTH + x + width);
  }
  return { data, dims: [1, 1, HEIGHT, WIDTH] };
}

test('a box reaches beyond its blob by the area over the perimeter', () => {
  const [box] = findTextBoxes(map([20, 10, 20, 5, 0.9]));
  const margin = (20 * 5 * 1.6) / (2 * (20 + 5));
  expect(box).toEqual({
    x: expect.closeTo(20 - margin),
    y: expect.closeTo(10 - margin),
    width: expect.closeTo(20 + 2 * margin),
    height: expect.closeTo(5 + 2 * margin),
  });
});

test('a box ends where the picture ends', () => {
  const [box] = findTextBoxes(map([0, 0, WIDTH, 6, 0.9]));
  expect(box).toMatchObject({ x: 0, y: 0, width: WIDTH });
});

test('faint blobs and specks are no text', () => {
  expect(findTextBoxes(map([4, 4, 20, 6, 0.4], [40, 20, 2, 2, 0.99]))).toEqual([]);
});

test('blobs that touch at a corner are one', () => {
  expect(findTextBoxes(map([4, 4, 10, 5, 0.9], [14, 9, 10, 5, 0.9]))).toHaveLength(1);
});
