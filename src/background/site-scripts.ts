import browser, { type Scripting } from 'webextension-polyfill';
import { createSerialQueue } from '../shared/serial-queue.ts';
import type { Settings } from '../shared/settings.ts';
import { sitePattern } from '../shared/site.ts';
import { readSettings, updateSettings } from '../storage/settings-store.ts';
import { contentScriptFile } from './script-files.ts';
import { injectContentScript } from './inject.ts';

const SCRIPT_ID = 'sites';

const turns = createSerialQueue();

/**
 * Makes the registered script match the settings: the sites that are on and still permitted, nothing else. Pages of a
 * newly added site that are open already get the script at once.
 */
export function reconcileSiteScripts(): Promise<void> {
  return turns.run(async () => {
    const wanted = await permittedPatterns(await readSettings());
    const before = await registered();
    if (before?.js?.[0] === contentScriptFile && sameSet(before.matches ?? [], wanted)) return;
    // Not updateContentScripts: it keeps fields of an earlier version that are no longer given.
    if (before) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    if (wanted.length > 0) await browser.scripting.registerContentScripts([siteScript(wanted)]);
    await injectInOpenTabs(wanted.filter((pattern) => !before?.matches?.includes(pattern)));
  });
}

/** Switches off the sites whose permission the person has withdrawn in the browser's own settings. */
export function switchOffUnpermittedSites(): Promise<void> {
  return updateSettings(async (settings) => {
    const permitted = new Set(await permittedPatterns(settings));
    const on = Object.entries(settings.sites).filter(([, { mode }]) => mode !== 'off');
    const kept = on.filter(([site]) => permitted.has(sitePattern(site)));
    return kept.length === on.length ? settings : { ...settings, sites: Object.fromEntries(kept) };
  });
}

async function permittedPatterns(settings: Settings): Promise<string[]> {
  const patterns = Object.entries(settings.sites)
    .filter(([, { mode }]) => mode !== 'off')
    .map(([site]) => sitePattern(site));
  const permitted = await Promise.all(
    patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return patterns.filter((_, index) => permitted[index]);
}

async function registered(): Promise<Scripting.RegisteredContentScript | undefined> {
  const [script] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  return script;
}

function siteScript(matches: string[]): Scripting.RegisteredContentScript {
  return {
    id: SCRIPT_ID,
    js: [contentScriptFile],
    matches,
    allFrames: true,
    // Frames of about:, data: and blob: addresses belong to the page that made them.
    matchOriginAsFallback: true,
    runAt: 'document_idle',
  };
}

async function injectInOpenTabs(patterns: string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: patterns });
  await Promise.all(
    tabs.map(async ({ id, discarded }) => {
      if (id === undefined || discarded) return;
      await injectContentScript(id).catch((error: unknown) => {
        console.warn(`Tilewise: tab ${id} could not be reached; it is the next page that will be.`, error);
      });
    }),
  );
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((pattern) => b.includes(pattern));
}
