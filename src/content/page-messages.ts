import browser from 'webextension-polyfill';
import type { PageState, ToContent } from '../shared/messages.ts';
import type { Watcher } from './watcher.ts';

const TYPES: ReadonlySet<unknown> = new Set([
  'solve',
  'cancel',
  'accept',
  'get-state',
] satisfies ToContent['type'][]);

function isToContent(message: unknown): message is ToContent {
  return typeof message === 'object' && message !== null && 'type' in message && TYPES.has(message.type);
}

function tell(watcher: Watcher, message: ToContent): PageState {
  switch (message.type) {
    case 'solve':
      watcher.solve();
      break;
    case 'accept':
      watcher.accept();
      break;
    case 'cancel':
      watcher.cancel();
      break;
    case 'get-state':
      break;
    default:
      message satisfies never;
  }
  return watcher.state();
}

/** Answers the service worker and the popup with what this frame is doing, from now on: early ones wait for the watcher. */
export function answerMessages(watcher: Promise<Watcher>): () => void {
  function onMessage(message: unknown): Promise<PageState> | undefined {
    // Anything else is not for a page: an answer would steal that of whom it is for.
    if (!isToContent(message)) return undefined;
    return watcher.then((ready) => tell(ready, message));
  }
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
}
