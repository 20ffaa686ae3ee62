import type { Page } from 'playwright-core';
import type { PageState } from '../src/shared/messages.ts';
import type { ExtensionBrowser } from './extension-browser.ts';

export interface FrameState {
  /** Address of the frame's document. */
  readonly url: string;
  readonly state: PageState;
}

/** The tab of a page, which is brought to the front for it: tabs do not name their addresses to everyone. */
export async function findTabId({ control }: ExtensionBrowser, page: Page): Promise<number> {
  await page.bringToFront();
  const id = await control.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id;
  });
  if (id === undefined) throw new Error(`Expected a tab in front for ${page.url()}, found none`);
  return id;
}

/** What the extension does in each frame of a tab where it runs, the top frame first; empty where it does not run. */
export function frameStates({ control }: ExtensionBrowser, tabId: number): Promise<FrameState[]> {
  return control.evaluate(askFrames, tabId);
}

/** Runs in the extension's page; an empty list also while the tab is on its way from one page to the next. */
async function askFrames(tabId: number): Promise<FrameState[]> {
  try {
    const frames = await chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => location.href,
    });
    const answers = await Promise.allSettled(
      frames.map(async ({ frameId, result: url = '' }) => {
        const question = { type: 'get-state' };
        const state = await chrome.tabs.sendMessage<object, PageState | undefined>(tabId, question, {
          frameId,
        });
        // A frame where the script is only just starting says nothing yet.
        return state === undefined ? [] : [{ url, state }];
      }),
    );
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  } catch {
    return [];
  }
}
