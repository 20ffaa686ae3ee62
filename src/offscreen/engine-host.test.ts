import { expect, test, vi } from 'vitest';
import { EngineError } from '../engine/engine-error.ts';
import type { Engine } from '../engine/engine.ts';
import type { Answer, Failure, SolveRequest, Verdict } from '../shared/protocol.ts';
import { engineHost } from './engine-host.ts';

const request: SolveRequest = { gridId: 'g', rows: 1, columns: 1, question: '', text: '狗', tiles: [] };
const answer: Answer = {
  kind: 'answer',
  gridId: 'g',
  outcome: 'none',
  tiles: [],
  selected: [],
  threshold: 0.5,
  model: 'test',
  backend: 'cpu',
  times: { queue: 0, text: 0, prepare: 0, image: 0, decide: 0 },
};
const failure = (reason: Failure['reason']): Failure => ({
  kind: 'failure',
  gridId: 'g',
  reason,
  message: reason,
});

const status: Engine['status'] = async () => ({ model: 'test', backend: 'cpu', why: 'test', threads: 1 });

function engine(...verdicts: Verdict[]) {
  const solve = vi.fn<Engine['solve']>(async () => verdicts.shift() ?? answer);
  const close = vi.fn<Engine['close']>(async () => undefined);
  return { solve, close, status };
}

function hosted(...opened: (Engine | Error)[]) {
  const open = vi.fn<() => Promise<Engine>>(async () => {
    const next = opened.shift();
    if (next === undefined) throw new Error('opened once too often');
    if (next instanceof Error) throw next;
    return next;
  });
  return { host: engineHost(open), open };
}

test('nothing is opened before the first request, and one engine serves them all', async () => {
  const { host, open } = hosted(engine());
  expect(open).not.toHaveBeenCalled();
  await Promise.all([host.solve(request), host.status()]);
  expect(await host.solve(request)).toBe(answer);
  expect(open).toHaveBeenCalledTimes(1);
});

test('an engine that failed at work is closed, built again and asked once more', async () => {
  const broken = engine(failure('engine'));
  const { host } = hosted(broken, engine());
  expect(await host.solve(request)).toBe(answer);
  expect(broken.close).toHaveBeenCalledTimes(1);
});

test('two requests that meet a broken engine build one new one', async () => {
  const { host, open } = hosted(engine(failure('engine'), failure('engine')), engine());
  expect(await Promise.all([host.solve(request), host.solve(request)])).toEqual([answer, answer]);
  expect(open).toHaveBeenCalledTimes(2);
});

test('a second failure is told, and the next request gets a new engine', async () => {
  const { host, open } = hosted(engine(failure('engine')), engine(failure('engine')), engine());
  expect(await host.solve(request)).toEqual(failure('engine'));
  expect(await host.solve(request)).toBe(answer);
  expect(open).toHaveBeenCalledTimes(3);
});

test('an engine that cannot even be closed is replaced all the same', async () => {
  const broken = { ...engine(failure('engine')), close: () => Promise.reject(new Error('device lost')) };
  expect(await hosted(broken, engine()).host.solve(request)).toBe(answer);
});

test('bad input is told without building anything again', async () => {
  const { host, open } = hosted(engine(failure('bad-input')));
  expect(await host.solve(request)).toEqual(failure('bad-input'));
  expect(open).toHaveBeenCalledTimes(1);
});

test('a broken model file is a failure by its reason, and the next request tries again', async () => {
  const message = 'image.onnx: expected SHA-256 00, found 11';
  const { host } = hosted(new EngineError('model', message), engine());
  expect(await host.solve(request)).toEqual({ kind: 'failure', gridId: 'g', reason: 'model', message });
  expect(await host.solve(request)).toBe(answer);
});
