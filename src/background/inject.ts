import browser from 'webextension-polyfill';
import { contentScriptFile, scoutFile } from './script-files.ts';

/**
 * Starts the content script in every frame of the tab that may be reached, or in the one named. A frame where it runs
 * already is left alone by the script itself; the same goes for the scout.
 *
 * @throws with Chrome's words when the tab's page may not be reached
 */
export function injectContentScript(tabId: number, frameId?: number): Promise<void> {
  return inject(contentScriptFile, tabId, frameId);
}

/** Starts the scout in every frame of the tab that may be reached. */
export function injectScout(tabId: number): Promise<void> {
  return inject(scoutFile, tabId);
}

async function inject(file: string, tabId: number, frameId?: number): Promise<void> {
  const frames = frameId === undefined ? { allFrames: true } : { frameIds: [frameId] };
  await browser.scripting.executeScript({ target: { tabId, ...frames }, files: [file] });
}
