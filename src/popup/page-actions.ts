import browser from 'webextension-polyfill';
import { translate } from '../own-pages/translate.ts';
import type { SolveTabReply, ToBackground } from '../shared/messages.ts';
import { notice } from './state.ts';

export function solveNow(tabId: number): Promise<void> {
  return ask({ type: 'solve-tab', tabId });
}

export function acceptNow(tabId: number): Promise<void> {
  return ask({ type: 'accept-tab', tabId });
}

async function ask(message: ToBackground): Promise<void> {
  notice.value = '';
  const reply: SolveTabReply = await browser.runtime.sendMessage(message);
  if (reply.kind === 'not-allowed') notice.value = `${translate('pageRestricted')} (${reply.message})`;
}
