import browser from 'webextension-polyfill';
import type { PageState } from '../shared/messages.ts';
import { badgeOf } from './badge-of.ts';

const keyOf = (tabId: number): string => `badge-frame-${tabId}`;

/** Shows the state of one frame on the toolbar button of its tab. Chrome itself clears it when the tab navigates. */
export async function showBadge(tabId: number, frameId: number, state: PageState): Promise<void> {
  const key = keyOf(tabId);
  const badge = badgeOf(state);
  const stored = await browser.storage.session.get(key);
  // A frame without a grid must not wipe out what the frame with the grid has to say.
  if (badge.text === '' && stored[key] !== frameId) return;
  await browser.storage.session.set({ [key]: frameId });
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: badge.text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: badge.color }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
  ]);
}

export async function forgetBadge(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
