/** The part of `runtime.Port` that the transport uses; a test backs it with a MessageChannel. */
export interface PortLike {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  /** Fires when the OTHER side goes away, never for our own disconnect(). */
  readonly onDisconnect: { addListener(listener: () => void): void };
}
