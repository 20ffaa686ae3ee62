import browser from 'webextension-polyfill';
import type { PageState, ToContent } from '../shared/messages.ts';
import { badgeOf } from './badge-of.ts';

/** The document that speaks. Frames keep their number from page to page, documents do not. */
export interface BadgeSource {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string | undefined;
}

const keyOf = (tabId: number): string => `badge-source-${tabId}`;

/** Shows the state of one frame on the toolbar button of its tab. Chrome itself clears it when the tab navigates. */
export async function showBadge(source: BadgeSource, state: PageState): Promise<void> {
  const { tabId, frameId, documentId = '' } = source;
  const badge = badgeOf(state);
  // A frame without a grid must not wipe out what the frame with the grid has to say.
  if (badge.text === '' && !(await lastShown(tabId)).startsWith(`${frameId} `)) return;
  const shown = `${frameId} ${documentId}`;
  await browser.storage.session.set({ [keyOf(tabId)]: shown });
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: badge.text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: badge.color }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
  ]);
  // What a page says while the tab leaves it can come after Chrome has cleared the badge.
  if (badge.text === '' || (await isThere(source)) || (await lastShown(tabId)) !== shown) return;
  await forgetBadge(tabId);
  await browser.action.setBadgeText({ tabId, text: '' });
}

export async function forgetBadge(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Number and document of the frame that the badge of the tab speaks of. */
async function lastShown(tabId: number): Promise<string> {
  const key = keyOf(tabId);
  const stored = (await browser.storage.session.get(key))[key];
  return typeof stored === 'string' ? stored : '';
}

async function isThere({ tabId, documentId }: BadgeSource): Promise<boolean> {
  if (documentId === undefined) return true;
  const question: ToContent = { type: 'get-state' };
  return browser.tabs.sendMessage(tabId, question, { documentId }).then(
    () => true,
    () => false,
  );
}
