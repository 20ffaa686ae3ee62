import { ENGINE_PORT, type EngineApi, type OwnPagesApi, type PageApi } from '../shared/protocol.ts';
import { portEndpoint } from '../transport/port-endpoint.ts';
import type { PortLike } from '../transport/port-like.ts';
import { serveApi } from '../transport/serve-api.ts';
import type { LastSolves } from './last-solves.ts';

/** The part of `runtime.Port` that says who is calling. */
export interface CallerPort extends PortLike {
  readonly name: string;
  readonly sender?:
    | {
        readonly id?: string | undefined;
        readonly url?: string | undefined;
        readonly tab?: { readonly id?: number | undefined } | undefined;
      }
    | undefined;
}

export interface Extension {
  readonly id: string;
  /** `chrome-extension://ID/` */
  readonly baseUrl: string;
}

/**
 * Serves the engine to a caller by who it is: pages' content scripts get PageApi, the extension's own pages
 * OwnPagesApi, anybody else nothing.
 */
export function acceptPort(
  port: CallerPort,
  extension: Extension,
  engine: EngineApi,
  solves: LastSolves<CallerPort>,
  forOwnPages: Omit<OwnPagesApi, keyof EngineApi | 'lastSolve'>,
  forPages: Omit<PageApi, keyof EngineApi>,
): void {
  const { sender } = port;
  if (port.name !== ENGINE_PORT || sender?.id !== extension.id) {
    port.disconnect();
    return;
  }
  const tabId = sender.tab?.id;
  if (sender.url?.startsWith(extension.baseUrl)) {
    const api: OwnPagesApi = { ...engine, lastSolve: async (tab) => solves.find(tab), ...forOwnPages };
    serveApi(api, portEndpoint(port));
  } else if (tabId === undefined) {
    port.disconnect();
  } else {
    let connected = true;
    const api: PageApi = {
      ...engine,
      ...forPages,
      async solve(request) {
        const verdict = await engine.solve(request);
        if (connected) solves.remember(tabId, port, request, verdict);
        return verdict;
      },
    };
    const endpoint = portEndpoint(port);
    serveApi(api, endpoint);
    void endpoint.closed.then(() => {
      connected = false;
      solves.forget(port);
    });
  }
}
