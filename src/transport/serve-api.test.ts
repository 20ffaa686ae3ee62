import * as Comlink from 'comlink';
import { afterEach, expect, test } from 'vitest';
import { portEndpoint } from './port-endpoint.ts';
import { portPair, type TestPort } from './port-pair.fixture.ts';
import { serveApi } from './serve-api.ts';

let open: TestPort[] = [];
afterEach(() => {
  for (const port of open) port.disconnect();
  open = [];
});

const api = { double: async (n: number) => n * 2 };

function served(): TestPort {
  const [near, far] = portPair();
  open.push(near, far);
  serveApi(api, portEndpoint(far));
  return near;
}

/** Sends what comlink itself would never send, and takes the reply as it comes over the wire. */
function raw(port: TestPort, message: object): Promise<unknown> {
  return new Promise((resolve) => {
    port.onMessage.addListener(resolve);
    port.postMessage({ id: 'raw', argumentList: [], ...message });
  });
}

const refused = (found: string) => ({
  id: 'raw',
  name: 'throw',
  value: { value: { message: `Expected a call of one method, found ${found}.` } },
});

test('a method is called', async () => {
  expect(await Comlink.wrap<typeof api>(portEndpoint(served())).double(21)).toBe(42);
});

test.each([[['constructor']], [['__proto__']], [['missing']], [['double', 'constructor']], [[]]])(
  'a call of %s is refused',
  async (path) => {
    expect(await raw(served(), { type: 'APPLY', path })).toMatchObject(refused(`APPLY ${String(path)}`));
  },
);

test('a property is neither read nor set', async () => {
  const port = served();
  expect(await raw(port, { type: 'GET', path: ['double'] })).toMatchObject(refused('GET double'));
  const { double } = api;
  await raw(port, { type: 'SET', path: ['double'], value: { type: 'RAW', value: 3 } });
  expect(api.double).toBe(double);
});

test('what is no message of comlink is passed over, and the next call works', async () => {
  const port = served();
  for (const message of [null, 7, 'text', {}, { id: 'a' }]) port.postMessage(message);
  expect(await Comlink.wrap<typeof api>(portEndpoint(port)).double(2)).toBe(4);
});
