import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEncoder, type Encoder } from '../../src/engine/encoder.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { loadModel } from '../../src/engine/load-model.ts';
import type { OpenedSessions } from '../../src/engine/open-engine.ts';
import { openWebSessions } from '../../src/runtime/web-sessions.ts';
import { openEngine } from '../../src/runtime/web.ts';
import golden from '../golden/features.json' with { type: 'json' };
import { makePicture } from '../golden/picture.ts';
import { largestDifference, TOLERANCE } from './largest-difference.ts';

const modelUrl = new URL('/models/cn-clip-lite/', location.href).href;
const wasmUrl = new URL('/node_modules/onnxruntime-web/dist/', location.href).href;

/** A first session compiles 17 MB of WASM; milliseconds, on a machine that has other things to do. */
const SLOW = 60_000;

let sessions: OpenedSessions;
let encoder: Encoder;
let engine: Engine;

beforeAll(async () => {
  const model = await loadModel({
    name: modelUrl,
    read: async (file) => new Uint8Array(await (await fetch(modelUrl + file)).arrayBuffer()),
  });
  sessions = await openWebSessions(model, wasmUrl);
  encoder = createEncoder(model.config, model.vocabulary, sessions);
  engine = await openEngine({ modelUrl, wasmUrl });
}, SLOW);

afterAll(async () => {
  await engine.close();
  await Promise.all([sessions.image.close(), sessions.text.close()]);
});

/** The model with one byte of its image graph turned. */
async function fetchChanged(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!url.endsWith('image.onnx')) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  bytes[1000] = (bytes[1000] ?? 0) ^ 1;
  return new Response(bytes);
}

test('takes WASM where there is no graphics adapter, and says so', async () => {
  expect(await engine.status()).toMatchObject({
    backend: 'wasm',
    gpu: 'no-adapter',
    why: 'WebGPU found no graphics adapter',
  });
});

test('image features in the browser are those of Python, all in one run', { timeout: SLOW }, async () => {
  const found = await encoder.encodeImages(encoder.prepare(golden.images.map(makePicture)));
  golden.images.forEach(({ vector }, index) => {
    expect(largestDifference(found[index]!, vector)).toBeLessThanOrEqual(TOLERANCE);
  });
});

test.each(golden.texts)(
  'text features of $text in the browser are those of Python',
  async ({ text, vector }) => {
    expect(largestDifference(await encoder.encodeText(text), vector)).toBeLessThanOrEqual(TOLERANCE);
  },
);

test('answers a grid, a 1x1 picture among its tiles', { timeout: SLOW }, async () => {
  const sides = [1, 120, 300];
  const tiles = sides.map((side) => ({
    kind: 'pixels' as const,
    image: makePicture({ width: side, height: side, kind: 'mixed', seed: side }),
  }));
  const verdict = await engine.solve({
    gridId: 'g',
    rows: 1,
    columns: 3,
    question: '',
    text: '公交车',
    tiles,
  });
  expect(verdict).toMatchObject({ kind: 'answer', backend: 'wasm' });
});

test('a missing model is a model error that says where it was looked for', async () => {
  await expect(openEngine({ modelUrl: `${modelUrl}nowhere/`, wasmUrl })).rejects.toMatchObject({
    reason: 'model',
    message: expect.stringContaining(`${modelUrl}nowhere/model.json: expected`),
  });
});

test('a model with a changed byte is refused, and the next opening works', { timeout: SLOW }, async () => {
  await expect(openEngine({ modelUrl, wasmUrl, fetch: fetchChanged })).rejects.toMatchObject({
    reason: 'model',
    message: expect.stringMatching(/image\.onnx: expected SHA-256 [0-9a-f]{64}, found [0-9a-f]{64}/),
  });
  const next = await openEngine({ modelUrl, wasmUrl });
  expect(await next.status()).toMatchObject({ backend: 'wasm' });
  await next.close();
});
