import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { allowSite } from '../../cli/allow-site.ts';
import { findGridFrame, isDone } from '../../cli/await-answer.ts';
import { DEMO } from '../../cli/demo-page.ts';
import { type ExtensionBrowser, launchExtensionBrowser } from '../../cli/extension-browser.ts';
import { findTabId } from '../../cli/frame-states.ts';
import { getBrowser } from '../../cli/get-browser.ts';
import { type FolderServer, serveFolder } from '../../cli/serve-folder.ts';
import type { PageState } from '../../src/shared/messages.ts';
import { buildExtension, type BuiltExtension } from '../built-extension.ts';

/** The one thing in which this build differs from the one that ships; milliseconds. */
const IDLE = 2500;
/** Milliseconds for the model to open and the tiles to be scored, on a machine that is busy with other things too. */
const SOLVED = { timeout: 110_000, interval: 200 };
/** Milliseconds; each of these tests opens the model twice and waits for it to close. */
const TEST_TIMEOUT = 300_000;

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

/** The state of the tab once the extension has nothing more to do by itself. */
function solved(tabId: number): Promise<PageState> {
  return vi.waitFor(async () => {
    const found = await findGridFrame(browser, tabId);
    if (found === undefined || !isDone(found.state)) throw new Error(`Still ${JSON.stringify(found)}`);
    return found.state;
  }, SOLVED);
}

async function openDemo(seed: number): Promise<number> {
  const page = await browser.context.newPage();
  await page.goto(`${server.origin}/imgs.html?seed=${seed}`);
  return findTabId(browser, page);
}

async function solveAgain(tabId: number): Promise<PageState> {
  for (const type of ['cancel', 'solve']) {
    await browser.control.evaluate(({ id, message }) => chrome.tabs.sendMessage(id, message), {
      id: tabId,
      message: { type },
    });
  }
  return solved(tabId);
}

const closedByItself = () => vi.waitFor(async () => expect(await documents()).toBe(0), SOLVED);

test(
  'the engine closes when idle, ports or not, and comes again for the same page',
  { timeout: TEST_TIMEOUT },
  async () => {
    expect(await documents()).toBe(0);
    const tabId = await openDemo(1);
    const first = await solved(tabId);
    expect(first.tiles).toHaveLength(9);
    expect(await documents()).toBe(1);
    await closedByItself();

    // The page still holds its port to the document that has gone.
    const again = await solveAgain(tabId);
    expect(again.selected).toEqual(first.selected);
    expect(await documents()).toBe(1);
  },
);

test(
  'a broken model file is said to be one, and mended it works without a restart',
  { timeout: TEST_TIMEOUT },
  async () => {
    const file = join(built.folder, 'models/cn-clip-lite/text.onnx');
    const whole = readFileSync(file);
    const broken = Buffer.from(whole);
    broken[broken.length >> 1]! ^= 1;
    await closedByItself();

    writeFileSync(file, broken);
    const tabId = await openDemo(2);
    const failed = await solved(tabId);
    expect(failed.phase).toBe('failed');
    expect(failed.message).toMatch(
      /^The model is missing or damaged: .*text\.onnx: expected SHA-256 [0-9a-f]{64}, found [0-9a-f]{64}/,
    );
    expect(failed.clicked ?? []).toEqual([]);

    writeFileSync(file, whole);
    expect((await solveAgain(tabId)).tiles).toHaveLength(9);
  },
);
