import browser, { type Runtime } from 'webextension-polyfill';
import { showBadge } from './badge.ts';
import { captureTab } from './capture-tab.ts';
import { injectAnswerer } from './inject.ts';
import { ensureOffscreenDocument } from './offscreen-document.ts';
import {
  parseOwnPageMessage,
  parsePageMessage,
  type OwnPageMessage,
  type PageMessage,
} from './parse-message.ts';
import { clickInTab } from './click-in-tab.ts';
import { endOtherPickers, saveRule, startPicker } from './rule-actions.ts';
import { takeCapture } from './screenshot-tab.ts';
import { acceptInTab, solveTab } from './solve-tab.ts';

/**
 * The answer to a message, or undefined where it is none of ours. It must not be async as a whole: that would answer
 * every message, also those meant for another listener.
 */
export function answerMessage(message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  if (sender.url?.startsWith(browser.runtime.getURL(''))) {
    const parsed = parseOwnPageMessage(message);
    return parsed && answerOwnPage(parsed);
  }
  const parsed = parsePageMessage(message);
  return parsed && sender.tab && answerPage(parsed, sender, sender.tab);
}

type Tab = NonNullable<Runtime.MessageSender['tab']>;

function answerPage(
  message: PageMessage,
  sender: Runtime.MessageSender,
  { id, windowId }: Tab,
): Promise<unknown> | undefined {
  const frameId = sender.frameId ?? 0;
  if (id === undefined || windowId === undefined) return undefined;
  switch (message.type) {
    case 'ensure-engine':
      return ensureOffscreenDocument();
    case 'capture-tab':
      return captureTab({ id, windowId });
    case 'bring-answerer':
      return injectAnswerer(id, frameId);
    case 'page-state':
      return showBadge({ tabId: id, frameId, documentId: sender.documentId }, message.state);
    case 'save-rule':
      return saveRule(message.rule, sender);
    case 'picking-here':
      return endOtherPickers(id, frameId);
    default:
      return message satisfies never;
  }
}

function answerOwnPage(message: OwnPageMessage): Promise<unknown> {
  switch (message.type) {
    case 'ensure-engine':
      return ensureOffscreenDocument();
    case 'solve-tab':
      return solveTab(message.tabId);
    case 'accept-tab':
      return acceptInTab(message.tabId);
    case 'take-capture':
      return Promise.resolve(takeCapture());
    case 'click-in-tab':
      return clickInTab(message.tabId, message.view, message.points);
    case 'pick-rule':
      return startPicker(message.tabId);
    default:
      return message satisfies never;
  }
}
