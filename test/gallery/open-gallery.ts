import { allowSite } from '../../cli/allow-site.ts';
import { launchExtensionBrowser } from '../../cli/extension-browser.ts';
import { findTabId } from '../../cli/frame-states.ts';
import { getBrowser } from '../../cli/get-browser.ts';
import { serveFolder } from '../../cli/serve-folder.ts';
import { PAGES } from './list-pages.ts';
import type { Tab } from './visit-page.ts';

/** CSS pixels; fixed boxes in the pages' expectations are measured in it. */
export const VIEWPORT = { width: 1280, height: 800 };

export interface Gallery {
  readonly tab: Tab;
  close(): Promise<void>;
}

/**
 * Chromium with the built extension in suggest mode for the gallery, which is served on two origins.
 *
 * @param extension folder of the built extension
 */
export async function openGallery(extension: string): Promise<Gallery> {
  const server = await serveFolder(PAGES);
  const browser = await launchExtensionBrowser({
    executablePath: getBrowser(),
    extension,
    headless: true,
  });
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
  };
  // One page shows a frame from another origin: the same files by another name of this machine.
  const otherOrigin = server.origin.replace('127.0.0.1', 'localhost');
  await allowSite(browser, server.origin, 'suggest');
  await allowSite(browser, otherOrigin, 'suggest');
  const page = await browser.context.newPage();
  await page.setViewportSize(VIEWPORT);
  await page.goto(`${server.origin}/frames/shell.html`);
  const tab = { browser, page, tabId: await findTabId(browser, page), origin: server.origin };
  return { tab, close };
}
