import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { allowSite } from '../../cli/allow-site.ts';
import { findGridFrame, isDone } from '../../cli/await-answer.ts';
import { DEMO } from '../../cli/demo-page.ts';
import { type ExtensionBrowser, launchExtensionBrowser } from '../../cli/extension-browser.ts';
import { findTabId } from '../../cli/frame-states.ts';
import { getBrowser } from '../../cli/get-browser.ts';
import { type FolderServer, serveFolder } from '../../cli/serve-folder.ts';
import { buildExtension, type BuiltExtension } from '../built-extension.ts';

/** The one thing in which this build differs from the one that ships; milliseconds. */
const IDLE = 2500;
/** Milliseconds for the model to open and the tiles to be scored. */
const SOLVED = { timeout: 60_000, interval: 200 };

let built: BuiltExtension;
let server: FolderServer;
let browser: ExtensionBrowser;
beforeAll(async () => {
  built = await buildExtension({ VITE_IDLE_MILLISECONDS: String(IDLE) });
  server = await serveFolder(DEMO);
  browser = await launchExtensionBrowser({
    executablePath: getBrowser(),
    extension: built.folder,
    headless: true,
  });
  await allowSite(browser, server.origin, 'suggest');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  built?.remove();
});

const documents = () =>
  browser.control.evaluate(async () => {
    const contextTypes = [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT];
    return (await chrome.runtime.getContexts({ contextTypes })).length;
  });

test('the engine closes when idle, ports or not, and comes again for the same page', async () => {
  const page = await browser.context.newPage();
  expect(await documents()).toBe(0);
  await page.goto(`${server.origin}/imgs.html?seed=1`);
  const tabId = await findTabId(browser, page);
  const solved = () =>
    vi.waitFor(async () => {
      const found = await findGridFrame(browser, tabId);
      expect(found !== undefined && isDone(found.state)).toBe(true);
      return found?.state;
    }, SOLVED);

  const first = await solved();
  expect(first?.tiles).toHaveLength(9);
  expect(await documents()).toBe(1);
  await vi.waitFor(async () => expect(await documents()).toBe(0), SOLVED);

  // The page still holds its port to the document that has gone.
  await browser.control.evaluate((id) => chrome.tabs.sendMessage(id, { type: 'cancel' }), tabId);
  await browser.control.evaluate((id) => chrome.tabs.sendMessage(id, { type: 'solve' }), tabId);
  const again = await solved();
  expect(again?.selected).toEqual(first?.selected);
  expect(await documents()).toBe(1);
});
