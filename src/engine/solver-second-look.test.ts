import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { SolveRequest } from '../shared/protocol.ts';
import { calibrationSchema } from './calibration.ts';
import type { Encoder } from './encoder.ts';
import { countFeatures, cutFeatures, disorderFeatures, tileFeatures } from './grid-features.ts';
import { createSolver } from './solver.ts';
import { exampleConfig } from './testing/example-config.ts';
import { unitRows } from './unit-vector.ts';

function weights(names: readonly string[], set: Readonly<Record<string, number>>): Record<string, number> {
  return { ...Object.fromEntries(names.map((name) => [name, 0])), ...set };
}

const calibration = v.parse(calibrationSchema, {
  cut: weights(cutFeatures, { sum: 1 }),
  disorder: weights(disorderFeatures, { always: -9 }),
  tile: weights(tileFeatures, { odds: 1 }),
  count: weights(countFeatures, {}),
  sureness: 0.8,
  secondLook: true,
});

function unit(x: number, y: number) {
  return unitRows({ data: Float32Array.of(x, y), dims: [1, 2] }, 2)[0]!;
}

/** Pictures of two pixels: what stands on the left is how much of a bus it is, until the picture is mirrored. */
function solver() {
  const looks: number[] = [];
  const encoder: Encoder = {
    prepare: (images) => ({
      data: Float32Array.from(images.flatMap(({ rgba }) => [(rgba[0] ?? 0) / 255, (rgba[4] ?? 0) / 255])),
      dims: [images.length, 1, 1, 2],
    }),
    encodeImages({ data }) {
      looks.push(data.length / 2);
      return Promise.resolve(
        Array.from({ length: data.length / 2 }, (_, row) => unit(data[2 * row]!, 1 - data[2 * row]!)),
      );
    },
    encodeText: (text) => Promise.resolve(text === '公交车' ? unit(1, 0) : unit(0, 1)),
  };
  const config = { ...exampleConfig, decision: { ...exampleConfig.decision, calibration } };
  return { looks, solve: createSolver({ config, encoder, backend: 'cpu', now: () => 0 }) };
}

function request(
  pictures: readonly (readonly [number, number])[],
  more: Partial<SolveRequest> = {},
): SolveRequest {
  return {
    gridId: 'g1',
    rows: 1,
    columns: pictures.length,
    question: '请选择所有的公交车',
    text: '公交车',
    tiles: pictures.map(([left, right]) => ({
      kind: 'pixels',
      image: { width: 2, height: 1, rgba: Uint8Array.of(left, 0, 0, 255, right, 0, 0, 255) },
    })),
    ...more,
  };
}

test('a grid that is sure is looked at once', async () => {
  const { looks, solve } = solver();
  expect(
    await solve(
      request([
        [255, 0],
        [0, 0],
      ]),
    ),
  ).toMatchObject({ outcome: 'some', selected: [1] });
  expect(looks).toEqual([2]);
});

test('a grid that is unsure is looked at again, mirrored, and decided by both looks', async () => {
  const { looks, solve } = solver();
  const verdict = await solve(
    request([
      [128, 255],
      [0, 0],
    ]),
  );
  expect(verdict).toMatchObject({ outcome: 'some', selected: [1], sureness: 0.8 });
  expect(looks).toEqual([2, 2]);
});

test('a grid that stays unsure is looked at three times, and then left to the person', async () => {
  const { looks, solve } = solver();
  const verdict = await solve(
    request([
      [128, 128],
      [0, 0],
    ]),
  );
  expect(verdict).toMatchObject({ outcome: 'unsure' });
  expect(looks).toEqual([2, 2, 2]);
});

test('nothing is looked at twice for a threshold by hand, nor without pixels', async () => {
  const { looks, solve } = solver();
  await solve(
    request(
      [
        [128, 255],
        [0, 0],
      ],
      { threshold: 0.5 },
    ),
  );
  expect(looks).toEqual([2]);
  const scored = { kind: 'scored', score: { probability: 0.5 } } as const;
  expect(await solve(request([], { columns: 1, tiles: [scored] }))).toMatchObject({ outcome: 'unsure' });
  expect(looks).toEqual([2]);
});

test('how sure the person wants it goes before the model', async () => {
  const { solve } = solver();
  const scored = { kind: 'scored', score: { probability: 0.85 } } as const;
  const ask = (sureness: number) => solve(request([], { columns: 1, tiles: [scored], sureness }));
  expect(await ask(0.7)).toMatchObject({ outcome: 'some', sureness: 0.7 });
  expect(await ask(0.95)).toMatchObject({ outcome: 'unsure', sureness: 0.95 });
});
