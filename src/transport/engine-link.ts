import type * as Comlink from 'comlink';
import type { EngineApi } from '../shared/protocol.ts';
import { connectEngine, type EngineConnection } from './connect-engine.ts';
import { isPortClosedError } from './port-closed-error.ts';
import { isTimeLimitError, withTimeLimit } from './with-time-limit.ts';

export interface EngineLink<Api extends EngineApi> {
  /**
   * Runs one call, connecting first where needed. A port that closed under the call (the document went idle, or was
   * closed) is replaced once and the call made again; a second loss, a failed call or the time limit rejects.
   *
   * @param what names the call in the time-limit message
   */
  call<T>(run: (api: Comlink.Remote<Api>) => Promise<T>, limitMilliseconds: number, what: string): Promise<T>;
  /** Lets the port go; pending calls reject, the next call connects anew. For `pagehide` and the end of a page. */
  close(): void;
}

/** A connection to the engine that is opened on first use and comes again unseen. */
export function engineLink<Api extends EngineApi = EngineApi>(
  connect: () => Promise<EngineConnection<Api>> = connectEngine<Api>,
): EngineLink<Api> {
  let current: Promise<EngineConnection<Api>> | undefined;
  let generation = 0;

  function forget(connection: Promise<EngineConnection<Api>>): void {
    if (current === connection) current = undefined;
  }

  function open(): Promise<EngineConnection<Api>> {
    if (current) return current;
    const opening = connect();
    current = opening;
    opening.then(
      (connection) => connection.closed.then(() => forget(opening)),
      () => forget(opening),
    );
    return opening;
  }

  async function attempt<T>(run: (api: Comlink.Remote<Api>) => Promise<T>): Promise<T> {
    return run((await open()).api);
  }

  function drop(): void {
    const connection = current;
    current = undefined;
    connection?.then(
      (opened) => opened.close(),
      () => undefined,
    );
  }

  return {
    close() {
      generation += 1;
      drop();
    },
    async call(run, limitMilliseconds, what) {
      const startedIn = generation;
      const attempts = attempt(run).catch((error: unknown) => {
        // A port that this side let go on purpose is not opened again.
        if (!isPortClosedError(error) || generation !== startedIn) throw error;
        return attempt(run);
      });
      try {
        return await withTimeLimit(attempts, limitMilliseconds, what);
      } catch (error) {
        // A port that swallowed one call may swallow the next: start the next one on a fresh port.
        if (isTimeLimitError(error)) drop();
        throw error;
      }
    },
  };
}
