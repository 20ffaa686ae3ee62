import { describe, expect, test } from 'vitest';
import { decide, ruleAround, type DecisionRule } from './decide.ts';

const rule: DecisionRule = { threshold: 0.5, unsureAbove: 0.3, unsureBelow: 0.7 };

function decided(probabilities: readonly number[], count?: number) {
  return decide({ probabilities, known: true, count }, rule);
}

describe('by threshold', () => {
  test('clear tiles are chosen by position from 1', () => {
    expect(decided([0.9, 0.8, 0.1, 0.2])).toMatchObject({
      outcome: 'some',
      states: ['yes', 'yes', 'no', 'no'],
      selected: [1, 2],
    });
  });

  test('no tile above it is an answer: none', () => {
    expect(decided([0.1, 0.2, 0.29])).toMatchObject({
      outcome: 'none',
      states: ['no', 'no', 'no'],
      selected: [],
    });
  });

  test('a tile within the band leaves the grid unsure and still shows the plain answer', () => {
    expect(decided([0.9, 0.6, 0.4])).toMatchObject({
      outcome: 'unsure',
      states: ['yes', 'unsure', 'unsure'],
      selected: [1, 2],
    });
  });

  test('the threshold itself is chosen, and the edges of the band belong to unsure and yes', () => {
    expect(decided([0.5, 0.3, 0.7])).toMatchObject({ states: ['unsure', 'unsure', 'yes'], selected: [1, 3] });
  });
});

describe('by count', () => {
  test('resolves doubts that the threshold leaves', () => {
    expect(decided([0.45, 0.35, 0.9], 2)).toMatchObject({
      outcome: 'some',
      states: ['yes', 'no', 'yes'],
      selected: [1, 3],
    });
  });

  test('does not overrule the opposite certainty', () => {
    expect(decided([0.9, 0.1, 0.05], 2)).toMatchObject({ outcome: 'unsure', selected: [1, 2] });
    expect(decided([0.9, 0.8, 0.05], 1)).toMatchObject({ outcome: 'unsure', selected: [1] });
  });

  test('takes the earlier of equals and says that it is unsure of both', () => {
    expect(decided([0.9, 0.5, 0.5, 0.1], 2)).toMatchObject({
      outcome: 'unsure',
      states: ['yes', 'unsure', 'unsure', 'no'],
      selected: [1, 2],
    });
  });

  test('zero and all are possible', () => {
    expect(decided([0.1, 0.2], 0)).toMatchObject({ outcome: 'none', states: ['no', 'no'], selected: [] });
    expect(decided([0.9, 0.6], 2)).toMatchObject({
      outcome: 'some',
      states: ['yes', 'yes'],
      selected: [1, 2],
    });
  });

  test.each([-1, 3, 1.5, Number.NaN, Infinity])(
    '%d of two tiles was misread: by threshold, unsure',
    (count) => {
      expect(decided([0.9, 0.1], count)).toMatchObject({
        outcome: 'unsure',
        states: ['yes', 'no'],
        selected: [1],
      });
    },
  );
});

test('an unknown word selects nothing, whatever the scores', () => {
  expect(decide({ probabilities: [0.99, 0.01], known: false, count: 1 }, rule)).toMatchObject({
    outcome: 'unknown-word',
    states: ['unsure', 'unsure'],
    selected: [],
  });
});

describe('around the own threshold of a person', () => {
  test('the bands keep their share of the room on each side', () => {
    const moved = ruleAround(0.8, rule);
    expect(moved.threshold).toBe(0.8);
    expect(moved.unsureAbove).toBeCloseTo(0.48);
    expect(moved.unsureBelow).toBeCloseTo(0.88);
  });

  test("the model's own threshold gives the model's own rule", () => {
    const same = ruleAround(0.5, rule);
    expect(same.unsureAbove).toBeCloseTo(0.3);
    expect(same.unsureBelow).toBeCloseTo(0.7);
  });

  test.each([
    [0, 0],
    [1, 1],
    [0.3, 0],
    [0.3, 1],
  ])('stays in order for a person at %d and a model at %d', (person, model) => {
    const moved = ruleAround(person, { threshold: model, unsureAbove: model, unsureBelow: model });
    expect(moved.unsureAbove).toBeLessThanOrEqual(moved.threshold);
    expect(moved.unsureBelow).toBeGreaterThanOrEqual(moved.threshold);
    expect(moved.unsureAbove).toBeGreaterThanOrEqual(0);
    expect(moved.unsureBelow).toBeLessThanOrEqual(1);
  });
});
