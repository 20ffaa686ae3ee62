import browser, { type Runtime } from 'webextension-polyfill';
import type { PageState, ToContent } from '../shared/messages.ts';
import { parsePageState } from '../shared/parse-page-state.ts';

/** What the frames of the tab are doing, by frame id; empty where the content script does not run. */
export async function askFrames(tabId: number): Promise<ReadonlyMap<number, PageState>> {
  const states = new Map<number, PageState>();
  const question: ToContent = { type: 'get-state' };
  await Promise.all(
    (await reachableFrames(tabId)).map(async (frameId) => {
      const state = await browser.tabs.sendMessage(tabId, question, { frameId }).catch(() => undefined);
      const parsed = parsePageState(state);
      if (parsed) states.set(frameId, parsed);
    }),
  );
  return states;
}

/** An empty function run in all frames says which there are, without the permission that naming them takes. */
async function reachableFrames(tabId: number): Promise<number[]> {
  try {
    const target = { tabId, allFrames: true };
    const results = await browser.scripting.executeScript({ target, func: () => undefined });
    return results.map(({ frameId }) => frameId);
  } catch {
    // A page where extensions may not run: nobody is there to be asked.
    return [];
  }
}

/** Hears what the frames of the tab report from now on. */
export function onFrameState(tabId: number, listener: (frameId: number, state: PageState) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.tab?.id !== tabId || sender.id !== browser.runtime.id) return undefined;
    const state = parsePageState(reportedState(message));
    if (state) listener(sender.frameId ?? 0, state);
    return undefined;
  });
}

function reportedState(message: unknown): unknown {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  return message.type === 'page-state' && 'state' in message ? message.state : undefined;
}
