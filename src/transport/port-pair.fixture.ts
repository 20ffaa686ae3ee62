import type { PortLike } from './port-like.ts';

export interface TestPort extends PortLike {
  /** The port dies as it does in the back/forward cache: nothing arrives and nobody is told. */
  goSilent(): void;
}

const GOODBYE = 'goodbye of the test port';

function testPort(port: MessagePort): TestPort {
  const onMessage = new Set<(message: unknown) => void>();
  const onDisconnect = new Set<() => void>();
  let connected = true;
  let silent = false;

  port.addEventListener('message', ({ data }) => {
    if (silent || !connected) return;
    if (data === GOODBYE) {
      connected = false;
      port.close();
      for (const listener of onDisconnect) listener();
    } else {
      for (const listener of onMessage) listener(data);
    }
  });
  port.start();

  return {
    onMessage: { addListener: (listener) => void onMessage.add(listener) },
    onDisconnect: { addListener: (listener) => void onDisconnect.add(listener) },
    postMessage(message) {
      if (!connected) throw new Error('Attempting to use a disconnected port object');
      // No transfer list: a runtime.Port copies, and refuses what cannot be cloned.
      if (!silent) port.postMessage(message);
    },
    disconnect() {
      if (!connected) return;
      connected = false;
      port.postMessage(GOODBYE);
    },
    goSilent() {
      silent = true;
    },
  };
}

/** Two ends of a `runtime.Port` over a real MessageChannel. Like Chrome's, a disconnect tells the other end only. */
export function portPair(): [TestPort, TestPort] {
  const { port1, port2 } = new MessageChannel();
  return [testPort(port1), testPort(port2)];
}
