import { expect, test } from 'vitest';
import type { SolveRequest } from '../shared/protocol.ts';
import type { LoadedModel } from './load-model.ts';
import type { ModelSession } from './model-session.ts';
import { assembleEngine } from './open-engine.ts';
import { exampleConfig } from './testing/example-config.ts';
import { parseVocabulary } from './vocabulary.ts';

const words = new TextEncoder().encode('[PAD]\n[UNK]\n[CLS]\n[SEP]\n狗\n');

const model: LoadedModel = {
  config: { ...exampleConfig, image: { ...exampleConfig.image, size: 4 } },
  vocabulary: parseVocabulary(words, 5, 'vocab.txt'),
  image: new Uint8Array(),
  text: new Uint8Array(),
};

/** Answers [1, 0] for each row, and counts. */
function fakeSession(): ModelSession & { runs: number; open: boolean } {
  return {
    runs: 0,
    open: true,
    run({ dims: [rows = 0] }) {
      this.runs++;
      return Promise.resolve({
        data: Float32Array.from({ length: rows * 2 }, (_, index) => 1 - (index % 2)),
        dims: [rows, 2],
      });
    },
    close() {
      this.open = false;
      return Promise.resolve();
    },
  };
}

function sessions() {
  return {
    image: fakeSession(),
    text: fakeSession(),
    status: { backend: 'cpu', why: 'a test', threads: 1 } as const,
  };
}

const request: SolveRequest = {
  gridId: 'g',
  rows: 1,
  columns: 1,
  question: '',
  text: '狗',
  tiles: [{ kind: 'pixels', image: { width: 1, height: 1, rgba: new Uint8Array(4) } }],
};

test('distractors are encoded on opening, each word once', async () => {
  const opened = sessions();
  const engine = await assembleEngine(model, opened);
  expect(opened.text.runs).toBe(1);
  await engine.solve(request);
  await engine.solve(request);
  expect(opened.text.runs).toBe(2);
  expect(opened.image.runs).toBe(2);
  expect(await engine.status()).toEqual({ model: 'example 1', backend: 'cpu', why: 'a test', threads: 1 });
});

test('what a lost device answers does not count', async () => {
  let lost: string | undefined;
  const engine = await assembleEngine(model, { ...sessions(), lost: () => lost });
  expect(await engine.solve(request)).toMatchObject({ kind: 'answer' });
  lost = 'WebGPU device lost (unknown): reset';
  expect(await engine.solve(request)).toEqual({
    kind: 'failure',
    gridId: 'g',
    reason: 'engine',
    message: 'WebGPU device lost (unknown): reset',
  });
});

test('closing waits for the request under way and closes both sessions; later requests fail', async () => {
  const opened = sessions();
  const engine = await assembleEngine(model, opened);
  const underWay = engine.solve(request);
  await engine.close();
  expect(await underWay).toMatchObject({ kind: 'answer' });
  expect([opened.image.open, opened.text.open]).toEqual([false, false]);
  expect(await engine.solve(request)).toMatchObject({
    kind: 'failure',
    reason: 'engine',
    message: 'engine: expected open, found closed',
  });
});
