import { expect, test } from 'vitest';
import type { Tensor } from '../engine/model-session.ts';
import { decodeCtc, parseCharacters } from './decode-ctc.ts';
import { fillGaps } from './fill-gaps.ts';

const CHARACTERS = ['请', '选', '择', '猫'];
const CLASSES = CHARACTERS.length + 2;

/** One line; each step gives its likeliest class 0.9, or the probabilities named. */
function output(steps: readonly (number | Readonly<Record<number, number>>)[]): Tensor {
  const data = new Float32Array(steps.length * CLASSES);
  for (const [step, classes] of steps.entries()) {
    const shares = typeof classes === 'number' ? { [classes]: 0.9 } : classes;
    for (const [index, share] of Object.entries(shares)) data[step * CLASSES + Number(index)] = share;
  }
  return { data, dims: [1, steps.length, CLASSES] };
}

function text(read: readonly { readonly character: string }[]): string {
  return read.map(({ character }) => character).join('');
}

test('repeats are one character, a blank between them makes two', () => {
  const [line] = decodeCtc(output([1, 1, 0, 1, 2]), CHARACTERS);
  expect(text(line!)).toBe('请请选');
});

test('the class after the last character is a space', () => {
  const [line] = decodeCtc(output([1, 0, 5, 0, 2]), CHARACTERS);
  expect(text(line!)).toBe('请 选');
});

test('a place is the middle of the steps that read the character', () => {
  const [line] = decodeCtc(output([0, 1, 1, 0]), CHARACTERS);
  expect(line).toEqual([{ character: '请', probability: expect.closeTo(0.9), place: 0.5 }]);
});

test('a double pitch between ideographs holds the one that the blank won over', () => {
  const doubtful = { 0: 0.55, 4: 0.4 };
  const steps = [0, 1, 0, 0, 2, 0, 0, 3, 0, 0, doubtful, 0, 0, 1, 0];
  const graph = output(steps);
  const [line] = decodeCtc(graph, CHARACTERS);
  expect(text(line!)).toBe('请选择请');
  expect(text(fillGaps(line!, 1, graph, 0, CHARACTERS))).toBe('请选择猫请');
});

test('what the recogniser saw nothing of stays a gap', () => {
  const graph = output([0, 1, 0, 0, 2, 0, 0, 3, 0, 0, 0, 0, 0, 1, 0]);
  const [line] = decodeCtc(graph, CHARACTERS);
  expect(text(fillGaps(line!, 1, graph, 0, CHARACTERS))).toBe('请选择请');
});

test('a key file has one character a line, also with Windows line ends', () => {
  expect(parseCharacters('a\r\nb\r\n')).toEqual(['a', 'b']);
  expect(parseCharacters('a\n \nb\n')).toEqual(['a', ' ', 'b']);
});
