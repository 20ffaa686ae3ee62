import type { Endpoint } from 'comlink';
import { portClosedReply } from './port-closed-error.ts';
import type { PortLike } from './port-like.ts';

export interface PortEndpoint extends Endpoint {
  /** Disconnects; every pending call and every later one rejects with a PortClosedError. */
  readonly close: () => void;
  /** Settles, never rejects, once either side has closed the port. */
  readonly closed: Promise<void>;
}

/** Comlink's requests; what else it sends are replies (RAW, HANDLER), which nobody waits for here. */
const REQUEST_TYPES: ReadonlySet<unknown> = new Set([
  'GET',
  'SET',
  'APPLY',
  'CONSTRUCT',
  'ENDPOINT',
  'RELEASE',
]);

function field(message: unknown, name: 'id' | 'type'): unknown {
  return typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined;
}

function requestId(message: unknown): string | undefined {
  const id = field(message, 'id');
  return typeof id === 'string' && REQUEST_TYPES.has(field(message, 'type')) ? id : undefined;
}

/**
 * A comlink endpoint over a `runtime.Port`. Comlink itself never settles a call whose reply is lost
 * (https://github.com/GoogleChromeLabs/comlink/issues/601), so the endpoint remembers the ids of requests and
 * answers them itself when the port closes. A transfer list is ignored: a port copies.
 */
export function portEndpoint(port: PortLike): PortEndpoint {
  const listeners = new Set<EventListenerOrEventListenerObject>();
  const pending = new Set<string>();
  // Promise.withResolvers is missing in Node 20, where the tests run.
  let settleClosed: (() => void) | undefined;
  const closed = new Promise<void>((resolve) => {
    settleClosed = resolve;
  });
  let open = true;

  function deliver(data: unknown): void {
    const event = new MessageEvent('message', { data, origin: '' });
    for (const listener of listeners) {
      if (typeof listener === 'function') listener(event);
      else listener.handleEvent(event);
    }
  }

  function fail(id: string): void {
    queueMicrotask(() => deliver(portClosedReply(id)));
  }

  function markClosed(): void {
    if (!open) return;
    open = false;
    for (const id of pending) fail(id);
    pending.clear();
    settleClosed?.();
  }

  port.onMessage.addListener((message) => {
    const id = field(message, 'id');
    if (typeof id === 'string') pending.delete(id);
    deliver(message);
  });
  port.onDisconnect.addListener(markClosed);

  return {
    closed,
    close() {
      port.disconnect();
      markClosed();
    },
    postMessage(message: unknown) {
      const id = requestId(message);
      if (open) {
        // Throws at once when the message cannot be serialised; comlink turns that into a rejected call.
        port.postMessage(message);
        if (id !== undefined) pending.add(id);
      } else if (id !== undefined) {
        fail(id);
      }
    },
    addEventListener(_type, listener) {
      listeners.add(listener);
    },
    removeEventListener(_type, listener) {
      listeners.delete(listener);
    },
  };
}
