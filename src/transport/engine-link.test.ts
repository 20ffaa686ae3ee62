import * as Comlink from 'comlink';
import { afterEach, expect, test, vi } from 'vitest';
import type { EngineApi, EngineStatus } from '../shared/protocol.ts';
import type { EngineConnection } from './connect-engine.ts';
import { engineLink } from './engine-link.ts';
import { isPortClosedError } from './port-closed-error.ts';
import { portEndpoint } from './port-endpoint.ts';
import { portPair, type TestPort } from './port-pair.fixture.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const status: EngineStatus = { model: 'test', backend: 'cpu', why: 'test', threads: 1 };

/** An engine page that may be closed under its callers; `answers` says how each new port's engine behaves. */
function enginePage(answers: (() => Promise<EngineStatus>)[]) {
  const ports: TestPort[] = [];
  let connections = 0;
  const connect = async (): Promise<EngineConnection<EngineApi>> => {
    const answer = answers[Math.min(connections++, answers.length - 1)]!;
    const [near, far] = portPair();
    ports.push(near, far);
    const served: EngineApi = { status: answer, solve: () => Promise.reject(new Error('not in this test')) };
    Comlink.expose(served, portEndpoint(far));
    const endpoint = portEndpoint(near);
    return { api: Comlink.wrap<EngineApi>(endpoint), close: endpoint.close, closed: endpoint.closed };
  };
  return {
    connect,
    connections: () => connections,
    closePage: () => ports.at(-1)?.disconnect(),
    end: () => ports.forEach((port) => port.disconnect()),
  };
}

let page: ReturnType<typeof enginePage>;
afterEach(() => page.end());

const alive = async () => status;
const hanging = () => new Promise<never>(() => undefined);
const ask = (api: Comlink.Remote<EngineApi>) => api.status();
const LIMIT = 5000;

test('one port serves many calls', async () => {
  page = enginePage([alive]);
  const link = engineLink(page.connect);
  await Promise.all([link.call(ask, LIMIT, 'Status'), link.call(ask, LIMIT, 'Status')]);
  expect(await link.call(ask, LIMIT, 'Status')).toEqual(status);
  expect(page.connections()).toBe(1);
});

test('a page closed between calls comes again unseen', async () => {
  page = enginePage([alive]);
  const link = engineLink(page.connect);
  await link.call(ask, LIMIT, 'Status');
  page.closePage();
  expect(await link.call(ask, LIMIT, 'Status')).toEqual(status);
  expect(page.connections()).toBe(2);
});

test('a page closed under a call is replaced once and the call made again', async () => {
  page = enginePage([hanging, alive]);
  const link = engineLink(page.connect);
  const call = link.call(ask, LIMIT, 'Status');
  await vi.waitFor(() => expect(page.connections()).toBe(1));
  page.closePage();
  expect(await call).toEqual(status);
});

test('a second loss is an error', async () => {
  page = enginePage([hanging]);
  const link = engineLink(page.connect);
  const call = link.call(ask, LIMIT, 'Status').catch((error: unknown) => error);
  for (const expected of [1, 2]) {
    await vi.waitFor(() => expect(page.connections()).toBe(expected));
    page.closePage();
  }
  expect(isPortClosedError(await call)).toBe(true);
  expect(page.connections()).toBe(2);
});

test('a link closed on purpose rejects and does not connect again by itself', async () => {
  page = enginePage([hanging, alive]);
  const link = engineLink(page.connect);
  const call = link.call(ask, LIMIT, 'Status').catch((error: unknown) => error);
  await vi.waitFor(() => expect(page.connections()).toBe(1));
  link.close();
  expect(isPortClosedError(await call)).toBe(true);
  expect(page.connections()).toBe(1);
  expect(await link.call(ask, LIMIT, 'Status')).toEqual(status);
});

test('after a call ran out of time the next one has a fresh port', async () => {
  page = enginePage([hanging, alive]);
  const link = engineLink(page.connect);
  await expect(link.call(ask, 10, 'Status')).rejects.toThrow('Status took longer than 0.01 s.');
  expect(await link.call(ask, LIMIT, 'Status')).toEqual(status);
});

test('a failed connection is not remembered', async () => {
  page = enginePage([alive]);
  let failures = 1;
  const link = engineLink(() =>
    failures-- > 0 ? Promise.reject(new Error('no offscreen document')) : page.connect(),
  );
  await expect(link.call(ask, LIMIT, 'Status')).rejects.toThrow('no offscreen document');
  expect(await link.call(ask, LIMIT, 'Status')).toEqual(status);
});

test('what the engine refuses is not asked twice', async () => {
  const refuse = vi.fn<() => Promise<never>>(() => Promise.reject(new Error('bad')));
  page = enginePage([refuse]);
  await expect(engineLink(page.connect).call(ask, LIMIT, 'Status')).rejects.toThrow('bad');
  expect(refuse).toHaveBeenCalledTimes(1);
});
