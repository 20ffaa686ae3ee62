import * as Comlink from 'comlink';
import browser from 'webextension-polyfill';
import type { ToBackground } from '../shared/messages.ts';
import { ENGINE_PORT, type EngineApi } from '../shared/protocol.ts';
import { portEndpoint } from './port-endpoint.ts';

export interface EngineConnection<Api> {
  readonly api: Comlink.Remote<Api>;
  readonly close: () => void;
  /** Settles, never rejects, once the port has closed from either side. */
  readonly closed: Promise<void>;
}

/**
 * A port of its own to the engine in the offscreen document, which is created when it is not there. The port closes
 * without a word when the document goes idle; `engineLink` hides that.
 *
 * @throws when the extension was reloaded under this context ("Extension context invalidated.")
 */
export async function connectEngine<Api extends EngineApi = EngineApi>(): Promise<EngineConnection<Api>> {
  const ensure: ToBackground = { type: 'ensure-engine' };
  await browser.runtime.sendMessage(ensure);
  const endpoint = portEndpoint(browser.runtime.connect({ name: ENGINE_PORT }));
  // Held here for as long as the connection is: comlink releases the remote object when its root proxy is collected.
  const api = Comlink.wrap<Api>(endpoint);
  return { api, close: endpoint.close, closed: endpoint.closed };
}
