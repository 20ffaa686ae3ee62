import type { Page } from 'playwright-core';
import type { PageState } from '../src/shared/messages.ts';
import { awaitAnswer, type Patience } from './await-answer.ts';
import { checkAnswer } from './demo-page.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { findTabId } from './frame-states.ts';

export interface DemoVisit {
  readonly name: string;
  readonly url: string;
  /** Where the picture of the answered page goes. */
  readonly screenshot: string;
}

/** The first grid waits for the model to load; a slow or busy machine takes long for that. */
const PATIENCE: Patience = { find: 30_000, answer: 120_000 };

/** Opens a demo page, waits for the extension, checks the answer as the person would and prints a line about it. */
export async function solveDemoPage(
  browser: ExtensionBrowser,
  page: Page,
  { name, url, screenshot }: DemoVisit,
): Promise<boolean> {
  await page.goto(url);
  const tabId = await findTabId(browser, page);
  const answered = await awaitAnswer(browser, tabId, PATIENCE);
  await page.screenshot({ path: screenshot });
  const verdict = await checkAnswer(page);
  const solved = verdict === 'right' && answered !== undefined;
  console.log(`${solved ? '✓' : '✗'} ${describeAnswer(name, answered?.state)}, page says ${verdict}`);
  return solved;
}

function describeAnswer(name: string, state: PageState | undefined): string {
  if (state === undefined) return `${name}: no grid found`;
  const {
    question = 'no question',
    selected = [],
    clicked = [],
    times,
    backend = 'no backend',
    message,
  } = state;
  // Where tiles are replaced, those clicked are not the ones that the last look selects.
  const positions = clicked.length === 0 ? selected : clicked;
  const chosen = positions.length === 0 ? 'none' : positions.join(' ');
  const time = times === undefined ? 'not scored' : `${totalTime(times)} ms`;
  return [
    `${name}: ${question} → ${chosen}`,
    time,
    backend,
    ...(message === undefined ? [] : [message]),
  ].join(', ');
}

function totalTime({ find, crop, roundTrip, click }: NonNullable<PageState['times']>): number {
  return Math.round(find + crop + roundTrip + click);
}
