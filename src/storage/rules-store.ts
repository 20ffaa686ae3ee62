import browser from 'webextension-polyfill';
import { parseSiteRules, type SiteRules } from '../shared/site-rules.ts';

const KEY = 'rules';

export async function readSiteRules(): Promise<SiteRules> {
  const stored = await browser.storage.local.get(KEY);
  return parseSiteRules(stored[KEY]);
}

/** Reads, changes and writes under a lock that all pages of the extension share; sites without a rule go. */
export function updateSiteRules(change: (rules: SiteRules) => SiteRules): Promise<void> {
  return navigator.locks.request(KEY, async () => {
    const after = Object.entries(change(await readSiteRules())).filter(([, rules]) => rules.length > 0);
    await browser.storage.local.set({ [KEY]: Object.fromEntries(after) });
  });
}

export function onSiteRulesChanged(listener: (rules: SiteRules) => void): () => void {
  const handle: Parameters<typeof browser.storage.onChanged.addListener>[0] = (changes, area) => {
    if (area === 'local' && KEY in changes) listener(parseSiteRules(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(handle);
  return () => browser.storage.onChanged.removeListener(handle);
}
