import browser from 'webextension-polyfill';

const KEY = 'lentHosts';

/**
 * Writes down a host's match pattern that the person allowed for one download, so that it is given back by
 * {@link giveBackHosts} even if the page is closed in the middle.
 */
export async function noteLentHost(pattern: string): Promise<void> {
  await browser.storage.local.set({ [KEY]: [...new Set([...(await lentHosts()), pattern])] });
}

/** Gives back all hosts that were noted. To be called under the lock of the downloads: one may still need its host. */
export async function giveBackHosts(): Promise<void> {
  const origins = await lentHosts();
  if (origins.length === 0) return;
  await browser.permissions.remove({ origins });
  await browser.storage.local.remove(KEY);
}

async function lentHosts(): Promise<string[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return Array.isArray(stored) ? stored.filter((each): each is string => typeof each === 'string') : [];
}
