import { expect, test } from 'vitest';
import { parseOwnPageMessage, parsePageMessage } from './parse-message.ts';

const idle = { phase: 'idle' };

test('a page may ask for the engine and for a capture, and say what it does', () => {
  const messages = [
    { type: 'ensure-engine' },
    { type: 'capture-tab' },
    { type: 'bring-answerer' },
    { type: 'page-state', state: idle },
  ];
  expect(messages.map(parsePageMessage)).toEqual(messages);
});

test.each(['solve-tab', 'accept-tab'])('%s is for our own pages only', (type) => {
  const message = { type, tabId: 3 };
  expect(parsePageMessage(message)).toBeUndefined();
  expect(parseOwnPageMessage(message)).toEqual(message);
});

test.each([
  undefined,
  null,
  'ensure-engine',
  {},
  { type: 'unknown' },
  { type: 'page-state' },
  { type: 'page-state', state: { phase: 'dancing' } },
  { type: 'page-state', state: { phase: 'clicked', selected: ['1'] } },
])('%o is passed over', (message) => expect(parsePageMessage(message)).toBeUndefined());

test.each([{ type: 'solve-tab' }, { type: 'solve-tab', tabId: '3' }, { type: 'solve-tab', tabId: 0.5 }])(
  '%o is passed over from our own pages',
  (message) => expect(parseOwnPageMessage(message)).toBeUndefined(),
);
