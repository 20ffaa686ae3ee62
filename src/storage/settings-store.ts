import browser from 'webextension-polyfill';
import { parseSettings, type Settings } from '../shared/settings.ts';

const KEY = 'settings';

export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}

/**
 * Reads, changes and writes under a lock that all contexts of the extension share, so that no change is lost. The same
 * object back means that there is nothing to change.
 */
export function updateSettings(change: (settings: Settings) => Settings | Promise<Settings>): Promise<void> {
  return navigator.locks.request(KEY, async () => {
    const before = await readSettings();
    const after = await change(before);
    if (after !== before) await browser.storage.local.set({ [KEY]: after });
  });
}

export function onSettingsChanged(listener: (settings: Settings) => void): () => void {
  const handle: Parameters<typeof browser.storage.onChanged.addListener>[0] = (changes, area) => {
    if (area === 'local' && KEY in changes) listener(parseSettings(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(handle);
  return () => browser.storage.onChanged.removeListener(handle);
}
