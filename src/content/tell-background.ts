import browser from 'webextension-polyfill';
import type { CaptureReply, ToBackground } from '../shared/messages.ts';

export function tellBackground(message: ToBackground): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

function isCaptureReply(value: unknown): value is CaptureReply {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'capture') return 'dataUrl' in value && typeof value.dataUrl === 'string';
  return value.kind === 'refused' && 'reason' in value && 'message' in value;
}

/** A picture of the visible part of this frame's tab. */
export async function askForCapture(): Promise<CaptureReply> {
  const reply = await tellBackground({ type: 'capture-tab' });
  if (isCaptureReply(reply)) return reply;
  return {
    kind: 'refused',
    reason: 'failed',
    message: `Expected a capture of the tab, found ${typeof reply}.`,
  };
}
