import browser from 'webextension-polyfill';
import { answererFile, contentScriptFile } from './script-files.ts';

/**
 * Starts the content script in every frame of the tab that may be reached. A frame where it runs already is left
 * alone by the script itself.
 *
 * @throws with Chrome's words when the tab's page may not be reached
 */
export async function injectContentScript(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [contentScriptFile] });
}

/** Brings the answering part into one frame, where the content script waits for it. */
export async function injectAnswerer(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [answererFile] });
}
