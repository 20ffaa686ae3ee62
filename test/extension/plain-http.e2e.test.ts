import { afterAll, beforeAll, expect, test } from 'vitest';
import { allowSite } from '../../cli/allow-site.ts';
import { findGridFrame, isDone } from '../../cli/await-answer.ts';
import { EXTENSION } from '../../cli/build-extension.ts';
import { DEMO } from '../../cli/demo-page.ts';
import { type ExtensionBrowser, launchExtensionBrowser } from '../../cli/extension-browser.ts';
import { findTabId } from '../../cli/frame-states.ts';
import { getBrowser } from '../../cli/get-browser.ts';
import { pollUntil } from '../../cli/poll-until.ts';
import { type FolderServer, serveFolder } from '../../cli/serve-folder.ts';

/** Milliseconds for the model to open and the tiles to be scored. */
const SOLVED = 90_000;

let server: FolderServer;
let browser: ExtensionBrowser;
beforeAll(async () => {
  server = await serveFolder(DEMO);
  browser = await launchExtensionBrowser({
    executablePath: getBrowser(),
    extension: EXTENSION,
    headless: true,
    // A loopback address counts as secure; a name that leads to it does not.
    args: ['--host-resolver-rules=MAP plain.test 127.0.0.1'],
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('a page that came over plain http, where a page has fewer functions, is answered too', async () => {
  const site = `http://plain.test:${new URL(server.origin).port}`;
  await allowSite(browser, site, 'suggest');
  const page = await browser.context.newPage();
  await page.goto(`${site}/imgs.html?seed=1`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const tabId = await findTabId(browser, page);
  const state = await pollUntil(async () => {
    const found = await findGridFrame(browser, tabId);
    return found !== undefined && isDone(found.state) ? found.state : undefined;
  }, SOLVED);
  expect(state).toMatchObject({ phase: 'suggested', text: '公交车' });
});
