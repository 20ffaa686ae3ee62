import { expect, test } from 'vitest';
import type { Answer, SolveRequest, TileInput } from '../shared/protocol.ts';
import type { Encoder } from './encoder.ts';
import type { ModelConfig } from './model-config.ts';
import { createSolver } from './solver.ts';
import { exampleConfig } from './testing/example-config.ts';
import { unitRows } from './unit-vector.ts';

const config: ModelConfig = { ...exampleConfig, unknown: { distractorCosine: 0.99 } };

function unit(x: number, y: number) {
  return unitRows({ data: Float32Array.of(x, y), dims: [1, 2] }, 2)[0]!;
}

const texts: Record<string, ReturnType<typeof unit>> = {
  公交车: unit(1, 0),
  无: unit(0, 1),
  楼梯: unit(0, 1),
  // Half a bus: what is a bus is one too, and more.
  车: unit(0.8, 0.6),
  红色的公交车: unit(1, 0.01),
};

/** Takes the red of a picture's first pixel as how much of a bus it is. */
function fakeEncoder(): Encoder & { readonly runs: number[] } {
  const runs: number[] = [];
  return {
    runs,
    prepare: (images) => ({
      data: Float32Array.from(images, ({ rgba }) => (rgba[0] ?? 0) / 255),
      dims: [images.length],
    }),
    encodeImages: ({ data }) => {
      runs.push(data.length);
      return Promise.resolve(Array.from(data, (bus) => unit(bus, 1 - bus)));
    },
    encodeText: (text) => Promise.resolve(texts[text]!),
  };
}

function pixels(red: number): TileInput {
  return { kind: 'pixels', image: { width: 1, height: 1, rgba: Uint8Array.of(red, 0, 0, 255) } };
}

function request(tiles: readonly TileInput[], more: Partial<SolveRequest> = {}): SolveRequest {
  return {
    gridId: 'g1',
    rows: 1,
    columns: tiles.length,
    question: '请选择所有的公交车',
    text: '公交车',
    tiles,
    ...more,
  };
}

function solver(encoder: Encoder = fakeEncoder()) {
  let clock = 0;
  return createSolver({ config, encoder, backend: 'cpu', now: () => clock++ });
}

function answered(verdict: Awaited<ReturnType<ReturnType<typeof solver>>>): Answer {
  if (verdict.kind === 'failure') throw new Error(verdict.message);
  return verdict;
}

test('answers with positions, states, model and the times of each step', async () => {
  const verdict = answered(await solver()(request([pixels(255), pixels(0)])));
  expect(verdict).toMatchObject({
    gridId: 'g1',
    outcome: 'some',
    selected: [1],
    threshold: 0.5,
    model: 'example 1',
    backend: 'cpu',
    times: { queue: 1, text: 1, prepare: 1, image: 1, decide: 1 },
  });
  expect(verdict.tiles.map(({ state }) => state)).toEqual(['yes', 'no']);
});

test('all pictures of a grid go in one run', async () => {
  const encoder = fakeEncoder();
  await solver(encoder)(request(Array.from({ length: 9 }, () => pixels(9))));
  expect(encoder.runs).toEqual([9]);
});

test('slots that bring their score are decided without a look at pixels', async () => {
  const encoder = fakeEncoder();
  const verdict = answered(
    await solver(encoder)(
      request([
        { kind: 'scored', score: { probability: 0.9 } },
        pixels(255),
        { kind: 'scored', score: { probability: 0 } },
      ]),
    ),
  );
  expect(encoder.runs).toEqual([1]);
  expect(verdict.tiles.map(({ probability }) => Math.round(probability * 10) / 10)).toEqual([0.9, 1, 0]);
  await solver(encoder)(request([{ kind: 'scored', score: { probability: 0.9 } }]));
  expect(encoder.runs).toEqual([1]);
});

test("a person's threshold takes the place of the model's", async () => {
  const scored: TileInput[] = [{ kind: 'scored', score: { probability: 0.6 } }];
  expect(answered(await solver()(request(scored, { threshold: 0.7 })))).toMatchObject({
    threshold: 0.7,
    selected: [],
  });
});

test('a word that lies on a distractor is unknown and selects nothing', async () => {
  const verdict = answered(await solver()(request([pixels(255)], { text: '楼梯' })));
  expect(verdict).toMatchObject({ outcome: 'unknown-word', selected: [] });
});

test('a failed run is answered and the next grid works', async () => {
  const encoder = fakeEncoder();
  let failures = 1;
  const solve = solver({
    ...encoder,
    encodeImages: (prepared) =>
      failures-- > 0 ? Promise.reject(new Error('out of memory')) : encoder.encodeImages(prepared),
  });
  const [first, second] = await Promise.all([solve(request([pixels(255)])), solve(request([pixels(255)]))]);
  expect(first).toEqual({ kind: 'failure', gridId: 'g1', reason: 'engine', message: 'out of memory' });
  expect(second).toMatchObject({ kind: 'answer', selected: [1] });
});

const huge = { kind: 'pixels', image: { width: 2, height: 2, rgba: new Uint8Array(15) } } as const;

const strip = { kind: 'pixels', image: { width: 1, height: 20_000, rgba: new Uint8Array(80_000) } } as const;

test.each<[string, Partial<SolveRequest>, RegExp]>([
  ['0 tiles', { tiles: [], columns: 1 }, /^tiles: expected at least 1 tile, found 0$/],
  ['an empty text', { text: ' \u3000' }, /^text: expected the thing asked for, found an empty text$/],
  [
    'a text of a megabyte',
    { text: '车'.repeat(1e6) },
    /^text: expected at most 1000 characters, found 1000000$/,
  ],
  ['too few tiles', { rows: 3, columns: 3 }, /^tiles: expected 3 x 3 = 9, found 1$/],
  ['rows of NaN', { rows: Number.NaN }, /^rows: expected number, found NaN$/],
  [
    'missing pixels',
    { tiles: [huge] },
    /^tiles\.0\.image: expected 16 bytes for 2x2 pixels of RGBA, found 15$/,
  ],
  ['a picture of 1 x 20,000', { tiles: [strip] }, /^tiles\.0\.image\.height: .*16384.*20000/],
  [
    'a score of NaN',
    { tiles: [{ kind: 'scored', score: { probability: Number.NaN } }] },
    /^tiles\.0\.score\.probability: /,
  ],
  ['a threshold above 1', { threshold: 1.2 }, /^threshold: .*1.*1\.2/],
  ['a count of NaN', { count: Number.NaN }, /^count: /],
  [
    'a thousand tiles',
    { columns: 1000, tiles: Array.from({ length: 1000 }, () => pixels(1)) },
    /^tiles: expected at most 64 tiles, found 1000$/,
  ],
])('%s is answered as bad input with what was expected and found', async (_, fault, message) => {
  const encoder = fakeEncoder();
  const verdict = await solver(encoder)({ ...request([pixels(1)]), ...fault });
  expect(verdict).toMatchObject({ kind: 'failure', gridId: 'g1', reason: 'bad-input' });
  expect(verdict.kind === 'failure' && verdict.message).toMatch(message);
  expect(encoder.runs).toEqual([]);
});

test('what is no request at all is bad input too', async () => {
  expect(await solver()(JSON.parse('null'))).toMatchObject({ kind: 'failure', reason: 'bad-input' });
});

test('several things: a tile is right that shows one of them', async () => {
  const tiles = [pixels(255), pixels(0)];
  const ask = { kind: 'things', any: ['车', '公交车'], none: [] } as const;
  const both = answered(await solver()(request(tiles, { ask })));
  const one = answered(await solver()(request(tiles)));
  expect(both.selected).toEqual([1]);
  expect(both.tiles[0]!.probability).toBeGreaterThanOrEqual(one.tiles[0]!.probability);
});

test('what is not to be seen: right is a tile that surely does not show it', async () => {
  const tiles = [pixels(255), pixels(0), pixels(127)];
  const ask = { kind: 'things', any: [], none: ['公交车'] } as const;
  const answer = answered(await solver()(request(tiles, { ask })));
  expect(answer.tiles.map(({ state }) => state)).toEqual(['no', 'yes', 'unsure']);
  expect(answer).toMatchObject({ outcome: 'unsure', selected: [2, 3] });
});

test('one thing but not another: both must hold', async () => {
  const ask = { kind: 'things', any: ['车'], none: ['公交车'] } as const;
  const answer = answered(await solver()(request([pixels(255), pixels(0)], { ask })));
  expect(answer).toMatchObject({ outcome: 'none', selected: [] });
});

test('one unknown word of several makes the whole question unknown', async () => {
  const ask = { kind: 'things', any: ['公交车'], none: ['楼梯'] } as const;
  const answer = answered(await solver()(request([pixels(255)], { ask })));
  expect(answer).toMatchObject({ outcome: 'unknown-word', selected: [], unknown: ['楼梯'] });
});

test('an example: right is what is like it, of tiles scored before too', async () => {
  const weights = { constant: -6, own: 12, least: 0, most: 0 };
  const example = { dimensions: 2, weights, decision: config.decision };
  const solve = createSolver({
    config: { ...config, example },
    encoder: fakeEncoder(),
    backend: 'cpu',
    now: () => 0,
  });
  const image = { width: 1, height: 1, rgba: Uint8Array.of(255, 0, 0, 255) };
  const ask = { kind: 'example', image } as const;
  const first = answered(await solve(request([pixels(255), pixels(0), pixels(250)], { ask })));
  expect(first).toMatchObject({ outcome: 'some', selected: [1, 3] });

  const tiles = first.tiles.map(({ probability, things = [] }): TileInput => {
    return { kind: 'scored', score: { probability, things } };
  });
  expect(answered(await solve(request(tiles, { ask }))).selected).toEqual([1, 3]);
});

test('a model that was not measured on examples leaves them alone', async () => {
  const image = { width: 1, height: 1, rgba: Uint8Array.of(255, 0, 0, 255) };
  const more = { text: '与示例相同', ask: { kind: 'example', image } } as const;
  const answer = answered(await solver()(request([pixels(255)], more)));
  expect(answer).toMatchObject({ outcome: 'unknown-word', unknown: ['与示例相同'] });
});

test('a word of which the model hears only a part is unknown', async () => {
  const answer = answered(await solver()(request([pixels(255)], { text: '红色的公交车' })));
  expect(answer).toMatchObject({ outcome: 'unknown-word', unknown: ['红色的公交车'] });
});

test.each([
  ['no thing at all', { kind: 'things', any: [], none: [] }, 'ask: expected at least 1 thing, found 0'],
  ['an empty thing', { kind: 'things', any: [''], none: [] }, 'ask.any.0: expected the thing asked for'],
  ['an order of nothing', { kind: 'order', things: [] }, 'ask.things: expected at least 1 thing, found 0'],
] as const)('%s is refused by name', async (_, ask, message) => {
  const verdict = await solver()(request([pixels(255)], { ask }));
  expect(verdict).toMatchObject({ kind: 'failure', reason: 'bad-input' });
  expect(verdict.kind === 'failure' && verdict.message).toContain(message);
});
