import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder, type FolderServer } from '../../cli/serve-folder.ts';
import { launchExtensionBrowser, type ExtensionBrowser } from '../../cli/extension-browser.ts';
import { ROOT } from '../../cli/root.ts';
import { getBrowser } from '../../cli/get-browser.ts';
import { openPopup } from '../extension/open-popup.ts';
import { buildExtension, type BuiltExtension } from '../built-extension.ts';
import { compose, openComposer, type Screenshot } from './compose.ts';
import { tuningLooks } from './looks-tuning.ts';
import { iou, LEAST_IOU } from './measure.ts';
import { tuningTemplates } from './templates-tuning.ts';

/** The first picture waits for three models; milliseconds. */
const PATIENCE = 90_000;

let folder: string;
let built: BuiltExtension;
let browser: ExtensionBrowser;
let screenshot: Screenshot;
let server: FolderServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilewise-page-'));
  const composer = await openComposer();
  screenshot = await compose(composer, tuningLooks[0]!, tuningTemplates);
  await composer.close();
  await writeFile(join(folder, 'page.png'), screenshot.png);
  await writeFile(join(folder, 'cut.png'), screenshot.png.subarray(0, 3000));
  await writeFile(join(folder, 'quiz.html'), quiz());
  server = await serveFolder(folder);
  built = await buildExtension();
  browser = await launchExtensionBrowser({
    executablePath: getBrowser(),
    extension: built.folder,
    headless: true,
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  built?.remove();
  await rm(folder, { recursive: true });
});

/** Nine pictures, three of them buses, that write down which of them were clicked. */
function quiz(): string {
  const names = [
    'bus-1',
    'bird-1',
    'bus-3',
    'boat-1',
    'elephant-1',
    'balloon-1',
    'basketball-1',
    'bus-5',
    'boat-2',
  ];
  const tiles = names.map((name) => {
    const picture = readFileSync(join(ROOT, 'demo/pictures', `${name}.jpg`)).toString('base64');
    return `<img width="130" height="130" src="data:image/jpeg;base64,${picture}">`;
  });
  return `<!doctype html><meta charset="utf-8"><body style="margin:60px"><p style="font-size:20px">请选择所有的公交车</p>
    <div style="display:grid;grid-template-columns:repeat(3,130px);gap:6px">${tiles.join('')}</div><script>
    const clicked = [];
    document.querySelectorAll('img').forEach((tile, index) => tile.addEventListener('click', () => {
      clicked.push(index + 1);
      document.body.dataset.clicked = clicked.join();
    }));</script>`;
}

async function openFile(name: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/src/screenshot-page/screenshot.html`);
  await page.locator('input[type=file]').setInputFiles(join(folder, name));
  return page;
}

test('a picture that is opened is answered: question, marks where the tiles are, and a list in words', async () => {
  const page = await openFile('page.png');
  await page.locator('.tiles li').first().waitFor({ timeout: PATIENCE });
  expect(await page.locator('.question').textContent()).toBe('请选择所有的公交车');
  expect(await page.locator('.tiles li').count()).toBe(screenshot.truth.tiles.length);
  const marks = await page.locator('.view rect').evaluateAll((rects) =>
    rects.map((rect) => {
      const number = (name: string) => Number(rect.getAttribute(name));
      return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
    }),
  );
  for (const [index, tile] of screenshot.truth.tiles.entries()) {
    expect(iou(marks[index]!, tile)).toBeGreaterThan(LEAST_IOU);
  }
  // Nothing of a tab to click in: the picture came from a file.
  expect(await page.locator('button').count()).toBe(1);
  await page.close();
});

test('the visible tab is answered by the command, and clicked where the tiles are when the person says so', async () => {
  const tab = await browser.context.newPage();
  await tab.goto(`${server.origin}/quiz.html`);
  await openPopup(browser, tab);
  const opened = browser.context.waitForEvent('page', { timeout: PATIENCE });
  await browser.context.serviceWorkers()[0]!.evaluate(async () => {
    const [front] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    // The keyboard reaches no headless browser; its event does. Types know only how to listen to it.
    Object(chrome.commands.onCommand).dispatch('screenshot', front);
  });
  const page = await opened;
  await page.locator('.tiles li').first().waitFor({ timeout: PATIENCE });
  const chosen = await page.locator('.status').textContent();
  const button = page.locator('main > button');
  if ((await button.count()) === 0) throw new Error(`expected tiles to click, found "${chosen}"`);
  await button.click();
  await page.locator('p[role=status]').nth(1).waitFor({ timeout: PATIENCE });
  const clicked = await tab.evaluate(() => document.body.dataset['clicked']);
  const positions = chosen?.match(/\d+/g) ?? [];
  expect(clicked).toBe(positions.join());
  await page.close();
});

test('a cut file says so and nothing is drawn', async () => {
  const page = await openFile('cut.png');
  await page.locator('.status.wrong').waitFor({ timeout: PATIENCE });
  expect(await page.locator('.view').count()).toBe(0);
  await page.close();
});
