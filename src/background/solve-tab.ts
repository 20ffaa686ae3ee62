import browser from 'webextension-polyfill';
import type { SolveTabReply, ToContent } from '../shared/messages.ts';
import { injectContentScript } from './inject.ts';

/** Makes every reachable frame of the tab look for its grid and solve it, as the person has just asked. */
export function solveTab(tabId: number): Promise<SolveTabReply> {
  return tellTab(tabId, { type: 'solve' });
}

/** Accepts what is suggested in the tab. */
export function acceptInTab(tabId: number): Promise<SolveTabReply> {
  return tellTab(tabId, { type: 'accept' });
}

async function tellTab(tabId: number, message: ToContent): Promise<SolveTabReply> {
  try {
    await injectContentScript(tabId);
  } catch (error) {
    return { kind: 'not-allowed', message: error instanceof Error ? error.message : String(error) };
  }
  // The answer is the page's state, which it also sends by itself whenever it changes.
  browser.tabs.sendMessage(tabId, message).catch((error: unknown) => {
    console.warn('Tilewise: the page went away before it could be solved.', error);
  });
  return { kind: 'started', message: '' };
}
