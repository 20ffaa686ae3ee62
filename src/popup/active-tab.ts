import browser from 'webextension-polyfill';
import { findSite } from '../shared/site.ts';

export interface ActiveTab {
  readonly id: number;
  /** As in the settings; undefined where the browser lets no extension work. */
  readonly site: string | undefined;
  /** A local file, while the browser's own switch for local files is off. */
  readonly filesBlocked: boolean;
}

/** The tab that the popup stands over; `?tab=ID` names another one when the popup is opened as a page. */
export async function findActiveTab(): Promise<ActiveTab | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  const tab = named === null ? await activeTab() : await browser.tabs.get(Number(named));
  if (tab?.id === undefined) return undefined;
  const site = findSite(tab.url ?? '');
  const filesBlocked = site === 'file://' && !(await browser.extension.isAllowedFileSchemeAccess());
  return { id: tab.id, site, filesBlocked };
}

async function activeTab() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}
