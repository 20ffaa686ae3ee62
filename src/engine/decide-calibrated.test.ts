import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { calibrationSchema } from './calibration.ts';
import { decide, ruleFor, type DecisionRule } from './decide.ts';
import { countFeatures, cutFeatures, disorderFeatures, tileFeatures } from './grid-features.ts';

function weights(names: readonly string[], set: Readonly<Record<string, number>>): Record<string, number> {
  return { ...Object.fromEntries(names.map((name) => [name, 0])), ...set };
}

/** Tiles that stand for themselves: by `sum` alone the chance of a cut is the product over its tiles. */
const calibration = v.parse(calibrationSchema, {
  cut: weights(cutFeatures, { sum: 1 }),
  disorder: weights(disorderFeatures, { always: -6 }),
  tile: weights(tileFeatures, { odds: 1 }),
  count: weights(countFeatures, { gap: 1 }),
  sureness: 0.8,
});
const rule: DecisionRule = { threshold: 0.5, unsureAbove: 0.3, unsureBelow: 0.7, calibration };

function decided(probabilities: readonly number[], count?: number, of: DecisionRule = rule) {
  return decide({ probabilities, known: true, count }, of);
}

test('a clear grid is answered with chances and a confidence', () => {
  const found = decided([0.99, 0.001, 0.99, 0.001]);
  expect(found).toMatchObject({ outcome: 'some', states: ['yes', 'no', 'yes', 'no'], selected: [1, 3] });
  expect(found.confidence).toBeGreaterThan(0.9);
  expect(found.chances[0]).toBeGreaterThan(0.95);
  expect(found.chances[1]).toBeLessThan(0.05);
});

test('none of them is an answer', () => {
  expect(decided([0.001, 0.002, 0.001])).toMatchObject({ outcome: 'none', selected: [] });
});

test('a doubt leaves the grid to the person, with the plain answer and a tile to look at', () => {
  const found = decided([0.99, 0.6, 0.001]);
  expect(found).toMatchObject({ outcome: 'unsure', selected: [1, 2] });
  expect(found.states[1]).toBe('unsure');
});

test('an unsure grid always has an unsure tile', () => {
  const loose = { ...rule, calibration: { ...calibration, sureness: 1 } };
  expect(decided([1, 0, 0], undefined, loose).states).toContain('unsure');
});

test('the risk that the person takes moves the answer, not the chances', () => {
  const careful = decided([0.95, 0.01], undefined, ruleFor(rule, { sureness: 0.99 }));
  const bold = decided([0.95, 0.01], undefined, ruleFor(rule, { sureness: 0.5 }));
  expect(careful.outcome).toBe('unsure');
  expect(bold.outcome).toBe('some');
  expect(bold.chances).toEqual(careful.chances);
});

test('a threshold by hand puts the calibration aside', () => {
  const byHand = decided([0.95, 0.4], undefined, ruleFor(rule, { threshold: 0.35, sureness: 0.99 }));
  expect(byHand.selected).toEqual([1, 2]);
  expect(byHand.confidence).toBeUndefined();
});

describe('by count', () => {
  test('the most probable are chosen, sure by the step behind them', () => {
    expect(decided([0.4, 0.3, 0.001, 0.001], 2)).toMatchObject({ outcome: 'some', selected: [1, 2] });
    expect(decided([0.4, 0.3, 0.29, 0.001], 2)).toMatchObject({ outcome: 'unsure', selected: [1, 2] });
  });

  test('the chances add up to about the count', () => {
    const { chances } = decided([0.4, 0.3, 0.29, 0.001], 2);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(2, 3);
  });

  test('equals at the edge are unsure whatever the weights say', () => {
    const sure = { ...calibration, count: { ...calibration.count, always: 9 } };
    expect(decided([0.9, 0.5, 0.5], 2, { ...rule, calibration: sure }).outcome).toBe('unsure');
  });

  test.each([-1, 5, 0.5])('%d of four was misread: unsure', (count) => {
    expect(decided([0.99, 0.001, 0.99, 0.001], count)).toMatchObject({ outcome: 'unsure', selected: [1, 3] });
  });
});

test('what does not show a thing is decided by what does', () => {
  const probabilities = [0.01, 0.999, 0.999, 0.999];
  const found = decide({ probabilities, known: true, inverted: true }, rule);
  expect(found).toMatchObject({ outcome: 'some', states: ['no', 'yes', 'yes', 'yes'], selected: [2, 3, 4] });
  expect(found.chances[0]).toBeLessThan(0.05);
});

test('chances stay between 0 and 1 at the ends and for many tiles', () => {
  for (const tiles of [1, 4, 16, 64]) {
    const { chances, confidence } = decided(Array.from({ length: tiles }, (_, tile) => tile % 2));
    for (const chance of [...chances, confidence ?? -1]) {
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
    }
  }
});

test('an unknown word selects nothing, however sure', () => {
  expect(decide({ probabilities: [1, 0], known: false }, rule)).toMatchObject({
    outcome: 'unknown-word',
    selected: [],
  });
});

test('what is plain to see says more for none than what is not', () => {
  const clearer = { ...calibration, cut: { ...calibration.cut, none: -1, noneClear: 1 } };
  const of = (clarity: number) => {
    const scores = {
      probabilities: [0.05, 0.05, 0.05],
      clarities: [clarity, clarity, undefined],
      known: true,
    };
    return decide(scores, { ...rule, calibration: clearer });
  };
  expect(of(0.999)).toMatchObject({ outcome: 'none', selected: [] });
  expect(of(0.3).outcome).toBe('unsure');
  expect(of(0.999).confidence).toBeGreaterThan(of(0.3).confidence ?? 1);
});
