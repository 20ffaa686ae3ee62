import { expect, test } from 'vitest';
import { captureRefusal } from './capture-refusal.ts';

test.each([
  ["Either the '<all_urls>' or 'activeTab' permission is required.", 'permission'],
  ['This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.', 'quota'],
  ['Failed to capture tab: view is invisible', 'failed'],
])('%s is refused as %s', (message, reason) => {
  expect(captureRefusal(message)).toEqual({ kind: 'refused', reason, message });
});
