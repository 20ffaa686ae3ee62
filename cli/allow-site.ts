import type { SiteMode } from '../src/shared/settings.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { pollUntil } from './poll-until.ts';

declare global {
  /** What the extensions page uses itself, and only it may call. */
  namespace chrome.developerPrivate {
    /** Grants an extension a host, as the "on specific sites" switch does. */
    function addHostPermission(extensionId: string, pattern: string): Promise<void>;
  }
}

/**
 * Sets the mode of a site as the person does in the popup: the permission first, then the setting, upon which the
 * extension registers its script by itself. No browser lets a program answer its permission question, so the host is
 * granted beforehand on the extensions page; the extension's own request then passes without asking.
 *
 * @param site an origin, such as `http://127.0.0.1:8080`
 */
export async function allowSite(browser: ExtensionBrowser, site: string, mode: SiteMode): Promise<void> {
  const pattern = `${site}/*`;
  await grantBeforehand(browser, pattern);
  const granted = await browser.control.evaluate(
    (origin) => chrome.permissions.request({ origins: [origin] }),
    pattern,
  );
  if (!granted) throw new Error(`Expected the browser to grant ${pattern}, which was set up; it refused`);
  await browser.control.evaluate(setMode, { site, mode });
  if (mode !== 'off') await waitForScript(browser, pattern);
}

async function grantBeforehand({ context, extensionId }: ExtensionBrowser, pattern: string): Promise<void> {
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions/');
  await extensions.evaluate(({ id, host }) => chrome.developerPrivate.addHostPermission(id, host), {
    id: extensionId,
    host: pattern,
  });
  await extensions.close();
}

/** Runs in the extension's page. */
async function setMode({ site, mode }: { site: string; mode: SiteMode }): Promise<void> {
  const { settings } = await chrome.storage.local.get<{ settings?: { sites?: object } }>('settings');
  const sites = { ...settings?.sites, [site]: { mode } };
  await chrome.storage.local.set({ settings: { ...settings, sites } });
}

/** Milliseconds: the service worker may have to start first. */
const REGISTER_TIMEOUT = 10_000;

async function waitForScript({ control }: ExtensionBrowser, pattern: string): Promise<void> {
  const registered = await pollUntil(() => control.evaluate(isRegistered, pattern), REGISTER_TIMEOUT);
  if (!registered) throw new Error(`Expected a content script registered for ${pattern}, found none`);
}

/** Runs in the extension's page. */
async function isRegistered(pattern: string): Promise<true | undefined> {
  const scripts = await chrome.scripting.getRegisteredContentScripts();
  return scripts.some(({ matches }) => matches?.includes(pattern)) || undefined;
}
