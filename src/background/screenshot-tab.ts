import browser from 'webextension-polyfill';
import type { TabCapture, TabView } from '../shared/messages.ts';
import { captureTab } from './capture-tab.ts';
import { parseTabView } from './parse-message.ts';

const PAGE = 'src/screenshot-page/screenshot.html';

/**
 * On its way from the tab to the page, which asks for it as soon as it is open. This worker lives long enough for that,
 * and a picture of somebody's screen is better not kept anywhere else.
 */
let waiting: TabCapture | undefined;

/** Captures what is visible of the tab and opens the page that answers it. */
export async function screenshotTab({
  id,
  windowId,
}: {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
}): Promise<void> {
  if (id === undefined || windowId === undefined) return;
  const view = await readView(id);
  const capture = await captureTab({ id, windowId });
  waiting = { tabId: id, capture, ...(view === undefined ? {} : { view }) };
  await browser.tabs.create({ url: browser.runtime.getURL(PAGE), openerTabId: id });
}

export function takeCapture(): TabCapture | undefined {
  const taken = waiting;
  waiting = undefined;
  return taken;
}

/** Undefined where the page may not be reached: then its picture can be answered, but not clicked. */
export async function readView(tabId: number): Promise<TabView | undefined> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: viewOfPage });
    return parseTabView(answer?.result);
  } catch {
    // Chrome's own pages and pages without permission refuse; that is an answer.
    return undefined;
  }
}

/** Runs in the page. */
function viewOfPage(): TabView {
  return { address: location.href, width: innerWidth, height: innerHeight, scrollX, scrollY };
}
