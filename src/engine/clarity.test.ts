import { expect, test } from 'vitest';
import { openClarity } from './clarity.ts';
import type { Encoder } from './encoder.ts';
import { exampleConfig } from './testing/example-config.ts';
import { unitRows } from './unit-vector.ts';

function unit(...values: readonly number[]) {
  return unitRows({ data: Float32Array.from(values), dims: [1, values.length] }, values.length)[0]!;
}

const encoder: Encoder = {
  prepare: () => ({ data: new Float32Array(), dims: [] }),
  encodeImages: () => Promise.resolve([]),
  encodeText: () => Promise.resolve(unit(0, 0, 1)),
};

/** Two things, then the dimension of everything else. */
const config = {
  ...exampleConfig,
  logitScale: 10,
  example: {
    dimensions: 2,
    weights: { constant: 0, own: 1, least: 0, most: 0 },
    decision: exampleConfig.decision,
  },
};

test('a picture is as clear as its best guess, whichever that is', async () => {
  const clarityOf = await openClarity(encoder, config);
  expect(clarityOf?.(unit(0.1, 0.9, 0.1))).toBeGreaterThan(0.99);
  expect(clarityOf?.(unit(0.9, 0.1, 0.1))).toBeCloseTo(clarityOf?.(unit(0.1, 0.9, 0.1)) ?? 0);
  expect(clarityOf?.(unit(0.5, 0.1, 0.5))).toBeCloseTo(0.5);
  expect(clarityOf?.(unit(0.1, 0.1, 0.9))).toBeLessThan(0.01);
});

test('a model whose dimensions are not things cannot tell', async () => {
  const { example: _example, ...plain } = config;
  expect(await openClarity(encoder, plain)).toBeUndefined();
});
