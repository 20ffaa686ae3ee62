import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExtensionBrowser, launchExtensionBrowser } from '../../cli/extension-browser.ts';
import { getBrowser } from '../../cli/get-browser.ts';
import { buildExtension, type BuiltExtension } from '../built-extension.ts';
import { grantUnasked } from '../extension/grant-unasked.ts';
import { startHub, type HubServer } from './hub-server.ts';
import { graphOf, modelFiles, withBatchOne, type ModelFile } from './model-files.ts';

/** Milliseconds; a model is copied, opened and tested on a machine that has other things to do. */
const PATIENCE = { timeout: 120_000 };

let built: BuiltExtension;
let browser: ExtensionBrowser;
let hub: HubServer;
let page: Page;
beforeAll(async () => {
  built = await buildExtension();
  browser = await launchExtensionBrowser({
    executablePath: getBrowser(),
    extension: built.folder,
    headless: true,
  });
  hub = await startHub(modelFiles('from-hub'));
  page = await openOptions();
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
  built?.remove();
});

async function openOptions(): Promise<Page> {
  const opened = await browser.context.newPage();
  await opened.goto(`chrome-extension://${browser.extensionId}/src/options/options.html`);
  return opened;
}

const models = (): Locator => page.locator('section[aria-labelledby=models]');
const card = (name: string): Locator => models().locator('li', { hasText: name });
const status = (): Locator => models().locator('p[role=status]');

/** Adds the files and answers what the page says of it. */
async function add(files: readonly ModelFile[]): Promise<string | null> {
  await models()
    .locator('input[type=file]')
    .setInputFiles([...files]);
  return sayAfterWork();
}

async function sayAfterWork(): Promise<string | null> {
  await models()
    .locator('progress')
    .waitFor({ state: 'detached', ...PATIENCE });
  await status().filter({ hasText: /./ }).waitFor(PATIENCE);
  return status().textContent();
}

/** Folders in the store, as the browser lists them. */
const storedFolders = (): Promise<number> =>
  page.evaluate(async () => {
    const root = await (
      await navigator.storage.getDirectory()
    ).getDirectoryHandle('models', { create: true });
    let folders = 0;
    for await (const handle of root.values()) if (handle.kind === 'directory') folders += 1;
    return folders;
  });

const isHostAllowed = (): Promise<boolean> =>
  page.evaluate((origins) => chrome.permissions.contains({ origins }), [`${hub.origin}/*`]);

const cut = graphOf('image').subarray(0, 4_000_000);
const cutFile = { name: 'image.onnx', mimeType: '', buffer: cut };

test.each<[string, () => ModelFile[], RegExp]>([
  [
    'without its text graph',
    () => modelFiles('half').filter(({ name }) => name !== 'text.onnx'),
    /expected text\.onnx/,
  ],
  [
    'with a cut file',
    () => modelFiles('cut').map((file) => (file.name === 'image.onnx' ? cutFile : file)),
    /image\.onnx: expected \d+ bytes, found 4000000/,
  ],
  [
    'with half a graph',
    () => modelFiles('torn', { graphs: { image: cut } }),
    /image\.onnx: expected a graph/,
  ],
  [
    'with other features than it says',
    () => modelFiles('wide', { config: { embeddingDimension: 512 } }),
    /expected shape \[batch, 512\], found \[1, 1369\]/,
  ],
])('a model %s is refused, and nothing of it stays', async (_, files, message) => {
  expect(await add(files())).toMatch(message);
  expect(await storedFolders()).toBe(0);
  expect(await models().locator('h3[id^=model-]').count()).toBe(1);
});

test('the official file set of another scale is refused by its shapes', async () => {
  const [, image, text] = modelFiles('x');
  const renamed = [
    { ...image!, name: 'rn50.img.fp32.onnx' },
    { ...text!, name: 'rn50.txt.fp32.onnx' },
  ];
  expect(await add(renamed)).toMatch(
    /expected RN50 with 1024 features of 224 × 224 pixels, found 1369 features of 224 × 224 pixels/,
  );
  expect(await storedFolders()).toBe(0);
});

test('a model from files passes its test, is used, and is still in use by the next page', async () => {
  expect(await add(modelFiles('renamed'))).toContain('renamed');
  await expect.poll(() => card('renamed').locator('table').textContent()).toMatch(/WASM.*\d+/);
  await card('renamed').getByRole('button', { name: 'Use' }).click();
  await card('renamed').locator('.badge').waitFor(PATIENCE);
  await page.close();
  page = await openOptions();
  await card('renamed').locator('.engine').waitFor(PATIENCE);
  expect(await card('renamed').locator('.engine').textContent()).toContain('renamed');
});

test('a model of batch 1 works, and the page says why it is slower', async () => {
  const graphs = { image: withBatchOne(graphOf('image')) };
  expect(await add(modelFiles('single', { graphs }))).toContain('single');
  expect(await card('single').textContent()).toContain('batch of 1');
});

test('a chosen model that has broken since leaves the answers to the built-in one', async () => {
  await page.evaluate(async () => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('models');
    const id = await (await (await root.getFileHandle('active')).getFile()).text();
    await (await root.getDirectoryHandle(id)).removeEntry('image.onnx');
    await chrome.offscreen.closeDocument();
  });
  await page.reload();
  await card('renamed').locator('.wrong').waitFor(PATIENCE);
  expect(await card('renamed').locator('.wrong').textContent()).toContain('image.onnx');
  expect(await card('renamed').locator('.engine').textContent()).toContain('cn-clip-lite');
});

test('removing the model in use goes back to the built-in one', async () => {
  await card('renamed').getByRole('button', { name: 'Remove' }).click();
  await card('Built-in').locator('.badge').waitFor(PATIENCE);
  await expect.poll(() => card('renamed').count()).toBe(0);
});

test('a download that is cut goes on where it was, also in another page', async () => {
  await grantUnasked(browser, hub.origin);
  hub.cutAfter(3_000_000);
  await models().locator('input[type=url]').first().fill(`${hub.origin}/model.json`);
  await models().getByRole('button', { name: 'Download' }).click();
  await expect.poll(() => hub.asked.filter((line) => line.startsWith('image.onnx')).length, PATIENCE).toBe(2);
  await models().getByRole('button', { name: 'Stop' }).click();
  expect(await sayAfterWork()).toMatch(/can go on later/);
  await page.close();

  hub.cutAfter(undefined);
  const before = hub.asked.length;
  page = await openOptions();
  await models().getByRole('button', { name: 'Continue' }).click();
  expect(await sayAfterWork()).toContain('from-hub');
  const ranges = hub.asked.slice(before).filter((line) => line.startsWith('image.onnx'));
  expect(ranges).toEqual([expect.stringMatching(/^image\.onnx bytes=[1-9]\d{5,}-$/)]);
  // What was allowed for this download alone is given back.
  expect(await isHostAllowed()).toBe(false);
});

test('a host that was allowed for one download is given back also by the next page', async () => {
  await card('from-hub').getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => card('from-hub').count()).toBe(0);
  hub.cutAfter(1_000_000);
  const before = hub.asked.length;
  await models().locator('input[type=url]').first().fill(`${hub.origin}/model.json`);
  await models().getByRole('button', { name: 'Download' }).click();
  await expect.poll(() => hub.asked.length, PATIENCE).toBeGreaterThan(before);
  expect(await isHostAllowed()).toBe(true);
  await page.close();
  hub.cutAfter(undefined);
  page = await openOptions();
  await expect.poll(isHostAllowed, PATIENCE).toBe(false);
});

test('a hub without the model is told with its status', async () => {
  await models().locator('input[type=url]').first().fill(`${hub.origin}/elsewhere/`);
  await models().getByRole('button', { name: 'Download' }).click();
  expect(await sayAfterWork()).toMatch(/elsewhere\/model\.json: expected the file, found status 404/);
});
