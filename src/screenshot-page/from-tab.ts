import browser from 'webextension-polyfill';
import type { ClickReply, TabCapture, ToBackground } from '../shared/messages.ts';
import type { ScreenshotAnswer } from '../shared/screenshot.ts';
import { answerPicture } from './answer-picture.ts';
import { clicking, phase, type ShownTab } from './state.ts';

/** Answers the capture that the page was opened for by the command; does nothing where it was opened otherwise. */
export async function answerCapturedTab(): Promise<void> {
  const message: ToBackground = { type: 'take-capture' };
  const taken = await browser.runtime.sendMessage<ToBackground, TabCapture | undefined>(message);
  if (taken === undefined) return;
  const { tabId, capture, view } = taken;
  if (capture.kind === 'refused') {
    phase.value = { kind: 'refused', message: capture.message };
    return;
  }
  await answerPicture(dataUrlToBlob(capture.dataUrl), view === undefined ? undefined : { tabId, view });
}

/** Clicks the chosen tiles where they lie in the tab. */
export async function clickChosen({ tabId, view }: ShownTab, shown: ScreenshotAnswer): Promise<void> {
  clicking.value = 'under-way';
  const scaleX = view.width / shown.size.width;
  const scaleY = view.height / shown.size.height;
  const points = shown.answer.selected.flatMap((position) => {
    const box = shown.tiles[position - 1];
    return box === undefined
      ? []
      : [{ x: (box.x + box.width / 2) * scaleX, y: (box.y + box.height / 2) * scaleY }];
  });
  const message: ToBackground = { type: 'click-in-tab', tabId, view, points };
  try {
    const reply = await browser.runtime.sendMessage<ToBackground, ClickReply>(message);
    clicking.value = reply.kind;
  } catch {
    // The tab was closed between the look and the click.
    clicking.value = 'unreachable';
  }
}

function dataUrlToBlob(dataUrl: string): Blob {
  const [head = '', body = ''] = dataUrl.split(',');
  const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: /^data:([^;]+)/.exec(head)?.[1] ?? '' });
}
