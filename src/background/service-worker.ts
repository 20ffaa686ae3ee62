import browser from 'webextension-polyfill';
import { onSettingsChanged } from '../storage/settings-store.ts';
import { answerMessage } from './answer-message.ts';
import { forgetBadge } from './badge.ts';
import { report } from './report.ts';
import { reconcileSiteScripts, switchOffUnpermittedSites } from './site-scripts.ts';
import { screenshotTab } from './screenshot-tab.ts';
import { acceptInTab, solveTab } from './solve-tab.ts';

// There is no runtime.onConnect listener here on purpose: this worker would get a copy of every message to the
// engine and keep its port half open after the offscreen document has closed.

browser.runtime.onMessage.addListener(answerMessage);
browser.commands.onCommand.addListener((command, tab) => {
  if (tab?.id === undefined) return;
  if (command === 'solve') report(solveTab(tab.id));
  if (command === 'accept') report(acceptInTab(tab.id));
  if (command === 'screenshot') report(screenshotTab(tab));
});
browser.tabs.onRemoved.addListener((tabId) => report(forgetBadge(tabId)));

browser.runtime.onInstalled.addListener(startOver);
browser.runtime.onStartup.addListener(startOver);
browser.permissions.onAdded.addListener(() => report(reconcileSiteScripts()));
browser.permissions.onRemoved.addListener(startOver);
onSettingsChanged(() => report(reconcileSiteScripts()));

function startOver(): void {
  report(switchOffUnpermittedSites().then(reconcileSiteScripts));
}
