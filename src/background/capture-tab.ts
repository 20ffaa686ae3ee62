import browser from 'webextension-polyfill';
import type { CaptureReply } from '../shared/messages.ts';
import { createSerialQueue } from '../shared/serial-queue.ts';
import { captureRefusal, type Refusal } from './capture-refusal.ts';

/** Chrome allows two captures a second and counts the refused ones too: a full second is sure to be enough. */
const QUOTA_WAIT = 1000;

const captures = createSerialQueue();

/**
 * A PNG of what is visible of the tab, in device pixels. Refused unless the tab is the one on show: the picture would
 * be of another page.
 */
export function captureTab(tab: { readonly id: number; readonly windowId: number }): Promise<CaptureReply> {
  return captures.run(async () => {
    const first = await captureOnce(tab);
    if (first.kind === 'capture' || first.reason !== 'quota') return first;
    await new Promise((resolve) => setTimeout(resolve, QUOTA_WAIT));
    return captureOnce(tab);
  });
}

async function captureOnce(tab: { readonly id: number; readonly windowId: number }): Promise<CaptureReply> {
  if (!(await isOnShow(tab))) return hidden;
  try {
    const dataUrl = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
    return (await isOnShow(tab)) ? { kind: 'capture', dataUrl } : hidden;
  } catch (error) {
    return captureRefusal(error instanceof Error ? error.message : String(error));
  }
}

async function isOnShow(tab: { readonly id: number; readonly windowId: number }): Promise<boolean> {
  const [active] = await browser.tabs.query({ active: true, windowId: tab.windowId });
  return active?.id === tab.id;
}

const hidden: Refusal = {
  kind: 'refused',
  reason: 'failed',
  message: 'Expected the tab on show in its window, found another one in front of it.',
};
