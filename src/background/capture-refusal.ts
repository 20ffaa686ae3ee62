import type { CaptureReply } from '../shared/messages.ts';

export type Refusal = Extract<CaptureReply, { kind: 'refused' }>;

/** Chrome gives no codes; the texts are those of Chromium 148 to 156. */
export function captureRefusal(message: string): Refusal {
  if (message.includes('MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND')) {
    return { kind: 'refused', reason: 'quota', message };
  }
  const reason = message.includes('permission is required') ? 'permission' : 'failed';
  return { kind: 'refused', reason, message };
}
