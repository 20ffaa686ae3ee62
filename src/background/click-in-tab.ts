import browser from 'webextension-polyfill';
import type { ClickReply, Point, TabView } from '../shared/messages.ts';
import { clickPoints } from './click-points.ts';
import { readView } from './screenshot-tab.ts';

/** Shows the tab and clicks at the points, if the page still looks as it was captured. */
export async function clickInTab(
  tabId: number,
  view: TabView,
  points: readonly Point[],
): Promise<ClickReply> {
  const now = await readView(tabId);
  if (now === undefined) return { kind: 'unreachable' };
  if (!isSameView(now, view)) return { kind: 'moved' };
  await browser.tabs.update(tabId, { active: true });
  const [answer] = await browser.scripting.executeScript({
    target: { tabId },
    func: clickPoints,
    args: [points],
  });
  return answer?.result === true ? { kind: 'clicked' } : { kind: 'unreachable' };
}

function isSameView(a: TabView, b: TabView): boolean {
  return (
    a.address === b.address &&
    a.width === b.width &&
    a.height === b.height &&
    a.scrollX === b.scrollX &&
    a.scrollY === b.scrollY
  );
}
