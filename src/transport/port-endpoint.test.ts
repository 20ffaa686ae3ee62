import * as Comlink from 'comlink';
import { afterEach, expect, test, vi } from 'vitest';
import { isPortClosedError } from './port-closed-error.ts';
import { portEndpoint } from './port-endpoint.ts';
import { portPair, type TestPort } from './port-pair.fixture.ts';

interface Api {
  sum(bytes: Uint8Array): Promise<number>;
  echo(value: unknown): Promise<unknown>;
  refuse(): Promise<never>;
  never(): Promise<never>;
}

const api: Api = {
  sum: async (bytes) => bytes.reduce((total, byte) => total + byte, 0),
  echo: async (value) => value,
  refuse: async () => {
    throw new RangeError('expected 9 tiles, found 0');
  },
  never: () => new Promise(() => undefined),
};

let open: TestPort[] = [];
afterEach(() => {
  for (const port of open) port.disconnect();
  open = [];
});

function connected() {
  const [near, far] = portPair();
  open.push(near, far);
  Comlink.expose(api, portEndpoint(far));
  const endpoint = portEndpoint(near);
  return { near, far, endpoint, remote: Comlink.wrap<Api>(endpoint) };
}

const settled = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

test('bytes arrive and the sender keeps its own', async () => {
  const { remote } = connected();
  const bytes = new Uint8Array([1, 2, 250]);
  expect(await remote.sum(Comlink.transfer(bytes, [bytes.buffer]))).toBe(253);
  expect(bytes.byteLength).toBe(3);
});

test('an error crosses with its message, and the port goes on', async () => {
  const { remote } = connected();
  await expect(remote.refuse()).rejects.toThrow('expected 9 tiles, found 0');
  expect(await remote.sum(new Uint8Array([7]))).toBe(7);
});

test('calls pending when the other side disconnects are rejected', async () => {
  const { remote, far, endpoint } = connected();
  const calls = [settled(remote.never()), settled(remote.never())];
  await remote.sum(new Uint8Array([1]));
  far.disconnect();
  const errors = await Promise.all(calls);
  expect(errors.map(isPortClosedError)).toEqual([true, true]);
  await endpoint.closed;
});

test('calls pending when this side closes are rejected', async () => {
  const { remote, endpoint } = connected();
  const call = settled(remote.never());
  endpoint.close();
  expect(isPortClosedError(await call)).toBe(true);
  await endpoint.closed;
});

test('a call after the port closed is rejected', async () => {
  const { remote, far, endpoint } = connected();
  far.disconnect();
  await endpoint.closed;
  expect(isPortClosedError(await settled(remote.sum(new Uint8Array([1]))))).toBe(true);
});

test('a port that died silently hangs until it is closed', async () => {
  const { remote, near, endpoint } = connected();
  near.goSilent();
  const call = settled(remote.sum(new Uint8Array([1])));
  endpoint.close();
  expect(isPortClosedError(await call)).toBe(true);
});

test('what cannot be cloned is refused at once, and the port goes on', async () => {
  const { remote } = connected();
  await expect(remote.echo({ callback: () => 1 })).rejects.toThrow(/clone/);
  expect(await remote.sum(new Uint8Array([2]))).toBe(2);
});

test('a reply that comes after the caller went away is dropped', async () => {
  const [near, far] = portPair();
  open.push(near, far);
  const work = new Promise<void>((resolve) => setTimeout(resolve, 5));
  const refused = vi.spyOn(far, 'postMessage');
  const served = portEndpoint(far);
  Comlink.expose({ work: () => work }, served);
  const endpoint = portEndpoint(near);
  const call = settled(Comlink.wrap<{ work(): Promise<void> }>(endpoint).work());
  endpoint.close();
  await Promise.all([call, served.closed, work]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(refused).not.toHaveBeenCalled();
});
