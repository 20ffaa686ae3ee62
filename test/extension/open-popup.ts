import type { CDPSession, Page } from 'playwright-core';
import type { ExtensionBrowser } from '../../cli/extension-browser.ts';
import { pollUntil } from '../../cli/poll-until.ts';
import { attachTo, type TargetSession } from './target-session.ts';

/** Milliseconds for the browser to open a popup. */
const OPEN_TIMEOUT = 10_000;

export async function browserSession({ context }: ExtensionBrowser): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('Expected a browser behind the context, found none');
  return browser.newBrowserCDPSession();
}

/** Presses the toolbar button over a page, which also grants activeTab, as when the person does. */
export async function openPopup(browser: ExtensionBrowser, page: Page): Promise<TargetSession> {
  const session = await browserSession(browser);
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === page.url());
  if (!tab) throw new Error(`Expected a tab at ${page.url()}, found none`);
  const before = await popupTargets(session, browser.extensionId);
  await session.send('Extensions.triggerAction', { id: browser.extensionId, targetId: tab.targetId });
  const opened = await pollUntil(async () => {
    const now = await popupTargets(session, browser.extensionId);
    return now.find((target) => !before.includes(target));
  }, OPEN_TIMEOUT);
  if (opened === undefined) throw new Error('Expected the toolbar button to open a popup, found none');
  return attachTo(session, opened);
}

async function popupTargets(session: CDPSession, extensionId: string): Promise<string[]> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  const address = `chrome-extension://${extensionId}/src/popup/popup.html`;
  return targetInfos.filter(({ url }) => url.startsWith(address)).map(({ targetId }) => targetId);
}
