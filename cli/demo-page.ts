import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { ROOT } from './root.ts';

export const DEMO = join(ROOT, 'demo');

/** The demo pages that ask a question, by the name of their file. */
export const demoPages = [
  'imgs',
  'backgrounds',
  'one-picture',
  'canvas',
  'replaced',
  'none',
  'english',
  'dialog',
  'shadow',
  'several',
  'without',
  'order',
  'example',
  'drawn',
] as const;

export type Verdict = 'right' | 'wrong' | 'open';

/** Presses the page's own button, as the person would, and reads what the page then says of the answer. */
export async function checkAnswer(page: Page): Promise<Verdict> {
  const frame = await findQuizFrame(page);
  await frame.locator('#check').click();
  return readVerdict(frame);
}

/** The frame of a demo page that holds its question. */
async function findQuizFrame(page: Page): Promise<Frame> {
  for (const frame of page.frames()) {
    if ((await frame.locator('#verdict').count()) > 0) return frame;
  }
  throw new Error(`Expected a demo page with its own verdict at ${page.url()}, found none`);
}

async function readVerdict(frame: Frame): Promise<Verdict> {
  const result = await frame.locator('#verdict').getAttribute('data-result');
  return result === 'right' || result === 'wrong' ? result : 'open';
}
