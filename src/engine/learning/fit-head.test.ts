import { describe, expect, test } from 'vitest';
import { unitRows, type UnitVector } from '../unit-vector.ts';
import type { Example } from './example.ts';
import { fitHead } from './fit-head.ts';
import { learnedWord } from './learned-word.ts';
import type { Word } from '../word.ts';

const DIMENSION = 6;

/** A picture of a few things, on top of a large constant such as the padding of the embedded model. */
function picture(...things: readonly number[]): UnitVector {
  const values = Array.from({ length: DIMENSION }, (_, index) => things[index] ?? 0);
  values[DIMENSION - 1] = 9;
  const [row] = unitRows({ data: Float32Array.from(values), dims: [1, DIMENSION] }, DIMENSION);
  return row!;
}

const taught = (isRight: boolean, ...things: readonly number[]): Example => ({
  vector: picture(...things),
  isRight,
  isCorrected: true,
});

const STAIRS = [
  taught(true, 1, 0, 0.2),
  taught(true, 1, 0.1, 0),
  taught(true, 0.9, 0, 0.1),
  taught(false, 0, 1, 0.1),
  taught(false, 0.1, 1, 0),
  taught(false, 0, 0.1, 1),
  taught(false, 0, 0.2, 1),
];

function word(known: boolean, probability: (image: UnitVector) => number): Word {
  return { text: '楼梯', known, probabilityOf: probability };
}

describe('head', () => {
  test('lifts what is like the right examples and lowers what is like the wrong ones', () => {
    const head = fitHead(
      STAIRS,
      STAIRS.map(() => -1),
    );
    expect(head.weight).toBeGreaterThan(0);
    expect(head.isTrusted).toBe(true);
    expect(head.shiftOf(picture(0.95, 0.05, 0.1))).toBeGreaterThan(1);
    expect(head.shiftOf(picture(0.05, 1, 0.1))).toBeLessThan(0);
  });

  test('says nothing where the examples ask for nothing', () => {
    const right = STAIRS.map(({ isRight }) => (isRight ? 3 : -3));
    const head = fitHead(STAIRS, right);
    expect(head.weight).toBe(0);
    expect(head.shiftOf(picture(1))).toBe(0);
  });

  test('says nothing where left-out examples are told apart worse with it than without', () => {
    // Each of the pictures is taught as the opposite of the one that is most like it.
    const contrary = [
      taught(true, 1, 0, 0),
      taught(false, 1, 0.01, 0),
      taught(true, 0, 1, 0),
      taught(false, 0, 1, 0.01),
      taught(true, 0, 0, 1),
      taught(false, 0.01, 0, 1),
    ];
    expect(
      fitHead(
        contrary,
        contrary.map(() => 0),
      ).weight,
    ).toBe(0);
  });

  test('believes examples of which each is told right by the others', () => {
    const untaught = STAIRS.map(() => -1);
    for (const [index, { vector, isRight }] of STAIRS.entries()) {
      const others = STAIRS.filter((_, other) => other !== index);
      const told = fitHead(others, untaught.slice(1)).shiftOf(vector) - 1;
      expect(Math.sign(told)).toBe(isRight ? 1 : -1);
    }
    expect(fitHead(STAIRS, untaught).weight).toBeGreaterThanOrEqual(1);
  });

  test('examples of one kind alone make no word known', () => {
    const onlyRight = STAIRS.filter(({ isRight }) => isRight);
    expect(
      fitHead(
        onlyRight,
        onlyRight.map(() => -1),
      ).isTrusted,
    ).toBe(false);
    expect(fitHead([], []).isTrusted).toBe(false);
  });
});

describe('word', () => {
  test('that nobody taught is the very same word', () => {
    const own = word(true, () => 0.3);
    expect(learnedWord(own, [])).toBe(own);
  });

  test('that the model does not know becomes known by examples of both kinds', () => {
    const learned = learnedWord(
      word(false, () => 0.99),
      STAIRS,
    );
    expect(learned.known).toBe(true);
    expect(learned.probabilityOf(picture(1, 0, 0.1))).toBeGreaterThan(0.5);
    expect(learned.probabilityOf(picture(0, 1, 0.1))).toBeLessThan(0.5);
  });

  test('stays unknown while only right tiles were taught', () => {
    const own = word(false, () => 0.99);
    expect(learnedWord(own, STAIRS.slice(0, 3))).toBe(own);
  });

  test('keeps what the model says where the examples are silent', () => {
    const own = word(true, (image) => (image[0]! > 0.05 ? 0.9 : 0.1));
    const learned = learnedWord(own, [...STAIRS, taught(true, 0, 0, 0, 1), taught(true, 0, 0, 0.1, 1)]);
    expect(learned.probabilityOf(picture(0, 0, 0.05, 1))).toBeGreaterThan(0.5);
    expect(learned.probabilityOf(picture(1, 0, 0.1))).toBeGreaterThan(0.5);
    expect(learned.probabilityOf(picture(0, 1, 0))).toBeLessThan(0.5);
  });
});
