import * as Comlink from 'comlink';
import type { PortEndpoint } from './port-endpoint.ts';
import { throwReply } from './throw-reply.ts';

interface Call {
  readonly id: string;
  readonly type: unknown;
  readonly path: unknown;
}

function isCall(data: unknown): data is Call {
  return typeof data === 'object' && data !== null && 'id' in data && 'type' in data && 'path' in data;
}

/**
 * Exposes the methods of `api` and nothing else. Comlink alone follows any property path that the other side names
 * (`solve.constructor`, `__proto__`), and also sets; a page's process must not get that far.
 */
export function serveApi(api: object, endpoint: PortEndpoint): void {
  const methods = new Set(Object.keys(api));
  const isServed = ({ type, path }: Call): boolean =>
    type === 'APPLY' && Array.isArray(path) && path.length === 1 && methods.has(path[0]);

  const gate: Comlink.Endpoint = {
    postMessage: (message, transfer) => endpoint.postMessage(message, transfer),
    removeEventListener: () => undefined,
    addEventListener(type, listener) {
      if (typeof listener !== 'function') throw new TypeError('Expected comlink to listen with a function.');
      endpoint.addEventListener(type, (event) => {
        const data: unknown = event instanceof MessageEvent ? event.data : undefined;
        if (!isCall(data)) return;
        if (isServed(data)) listener(event);
        else endpoint.postMessage(throwReply(data.id, refusal(data)), []);
      });
    },
  };
  Comlink.expose(api, gate);
}

function refusal({ type, path }: Call): { readonly name: string; readonly message: string } {
  return {
    name: 'TypeError',
    message: `Expected a call of one method, found ${String(type)} ${String(path)}.`,
  };
}
