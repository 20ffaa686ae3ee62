import { expect, test } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import type { Verdict } from '../shared/protocol.ts';
import { engineHost } from './engine-host.ts';
import { modelDesk, openActive } from './model-desk.ts';

const request = { gridId: 'g', rows: 1, columns: 1, question: '', text: '猫', tiles: [] };

/** Models by id; `broken` does not open. Remembers which are open. */
function desk() {
  const opened = new Set<string>();
  let active: string | undefined;
  const open = (id: string | undefined): Promise<Engine> => {
    const model = id ?? 'built-in';
    if (id === 'broken') return Promise.reject(new Error('image.onnx: expected 10 bytes, found 4'));
    opened.add(model);
    const verdict: Verdict = { kind: 'failure', gridId: 'g', reason: 'bad-input', message: model };
    return Promise.resolve({
      solve: () => Promise.resolve(verdict),
      status: () => Promise.resolve({ model, backend: 'wasm', why: '', threads: 1 }),
      close: () => Promise.resolve(void opened.delete(model)),
    });
  };
  const host = engineHost(() => openActive(() => Promise.resolve(active), open));
  const api = modelDesk({
    host,
    open,
    writeActive: (id) => Promise.resolve(void (active = id)),
    readGraph: () => Promise.reject(new Error('not asked')),
    testModel: () => Promise.reject(new Error('not asked')),
  });
  return { host, api, opened, active: () => active, choose: (id: string) => (active = id) };
}

test('a model that is chosen answers from then on, alone in memory', async () => {
  const { host, api, opened, active } = desk();
  await host.status();
  expect(await api.useModel('a')).toMatchObject({ model: 'a' });
  expect([...opened]).toEqual(['a']);
  expect(active()).toBe('a');
  expect(await host.solve(request)).toMatchObject({ message: 'a' });
});

test('a model that does not open is told and never becomes active; who asks meanwhile is answered', async () => {
  const { host, api, active } = desk();
  await api.useModel('a');
  const changing = api.useModel('broken');
  const meanwhile = host.solve(request);
  await expect(changing).rejects.toThrow('expected 10 bytes, found 4');
  expect(await meanwhile).toMatchObject({ message: 'a' });
  expect(active()).toBe('a');
});

test('where the chosen model has broken since, the built-in one stands in and says why', async () => {
  const { host, choose } = desk();
  choose('broken');
  expect(await host.status()).toMatchObject({
    model: 'built-in',
    insteadOf: 'image.onnx: expected 10 bytes, found 4',
  });
});

test('back to the built-in model', async () => {
  const { api, active, opened } = desk();
  await api.useModel('a');
  expect(await api.useModel(undefined)).toMatchObject({ model: 'built-in' });
  expect(active()).toBeUndefined();
  expect([...opened]).toEqual(['built-in']);
});
