// Declares chrome.developerPrivate.
import '../../cli/allow-site.ts';
import type { ExtensionBrowser } from '../../cli/extension-browser.ts';

/**
 * Lets the extension's own permission request for a site pass without the browser's question, which no program can
 * answer. Nothing is granted yet by this.
 */
export async function grantUnasked({ context, extensionId }: ExtensionBrowser, site: string): Promise<void> {
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions/');
  await extensions.evaluate(({ id, host }) => chrome.developerPrivate.addHostPermission(id, host), {
    id: extensionId,
    host: `${site}/*`,
  });
  await extensions.close();
}
