import type { PageState } from '../src/shared/messages.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { type FrameState, frameStates } from './frame-states.ts';
import { pollUntil } from './poll-until.ts';

export interface Patience {
  /** Milliseconds in which a grid must be found. */
  readonly find: number;
  /** Milliseconds in which the whole answer must be there. */
  readonly answer: number;
}

/**
 * Milliseconds without a change after which an answer counts as the last one: pages fade new tiles in after a click,
 * which are then scored in turn.
 */
const QUIET = 1500;

/** The frame that has the grid, once the extension is done with it; undefined where no frame has one in time. */
export async function awaitAnswer(
  browser: ExtensionBrowser,
  tabId: number,
  patience: Patience,
): Promise<FrameState | undefined> {
  const start = performance.now();
  const find = Math.min(patience.find, patience.answer);
  const found = await pollUntil(() => findGridFrame(browser, tabId), find);
  if (found === undefined) return undefined;

  let last = found;
  let lastChange = performance.now();
  const rest = patience.answer - (performance.now() - start);
  const settled = await pollUntil(async () => {
    const now = (await findGridFrame(browser, tabId)) ?? last;
    if (JSON.stringify(now) !== JSON.stringify(last)) lastChange = performance.now();
    last = now;
    return isDone(now.state) && performance.now() - lastChange >= QUIET ? now : undefined;
  }, rest);
  return settled ?? last;
}

export async function findGridFrame(
  browser: ExtensionBrowser,
  tabId: number,
): Promise<FrameState | undefined> {
  return (await frameStates(browser, tabId)).find(({ state }) => state.phase !== 'idle');
}

/** Whether the extension has nothing more to do with the grid by itself. */
export function isDone({ phase }: PageState): boolean {
  return phase !== 'idle' && phase !== 'scoring';
}
