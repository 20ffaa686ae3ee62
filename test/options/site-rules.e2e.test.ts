import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { allowSite } from '../../cli/allow-site.ts';
import { type ExtensionBrowser, launchExtensionBrowser } from '../../cli/extension-browser.ts';
import { findTabId, frameStates } from '../../cli/frame-states.ts';
import { getBrowser } from '../../cli/get-browser.ts';
import { serveFolder, type FolderServer } from '../../cli/serve-folder.ts';
import type { PageState } from '../../src/shared/messages.ts';
import type { SiteRules } from '../../src/shared/site-rules.ts';
import { buildExtension, type BuiltExtension } from '../built-extension.ts';
import { openPopup } from '../extension/open-popup.ts';
import { unevenPage } from './uneven-page.ts';

/** Milliseconds: the first answer waits for the model. */
const PATIENCE = { timeout: 90_000, interval: 200 };
/** Milliseconds in which a page that can be understood would have been found. */
const LONG_ENOUGH = 1500;

let folder: string;
let built: BuiltExtension;
let server: FolderServer;
let browser: ExtensionBrowser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilewise-rules-'));
  await writeFile(join(folder, 'uneven.html'), unevenPage());
  await writeFile(
    join(folder, 'shell.html'),
    '<!doctype html><h1>Shell</h1><iframe src="uneven.html" width="900" height="700"></iframe>',
  );
  server = await serveFolder(folder);
  built = await buildExtension();
  browser = await launchExtensionBrowser({
    executablePath: getBrowser(),
    extension: built.folder,
    headless: true,
  });
  await allowSite(browser, server.origin, 'suggest');
  // By hand, so that what is chosen does not hang on how sure the model is.
  await browser.control.evaluate(async () => {
    const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
    await chrome.storage.local.set({ settings: { ...settings, threshold: 0.5 } });
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  built?.remove();
  await rm(folder, { recursive: true });
});
beforeEach(() => browser.control.evaluate(() => chrome.storage.local.remove('rules')));

const storedRules = (): Promise<SiteRules | undefined> =>
  browser.control.evaluate(async () => {
    const { rules } = await chrome.storage.local.get<{ rules?: SiteRules }>('rules');
    return rules;
  });

async function openUneven(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${server.origin}/uneven.html`);
  return page;
}

/** Starts the picker as the person does, in the popup; resolves once it is in the page. */
async function startPicker(page: Page): Promise<void> {
  const popup = await openPopup(browser, page);
  await expect
    .poll(() => popup.run(() => [...document.querySelectorAll('.links button')].length), PATIENCE)
    .toBe(3);
  await popup.run(() => [...document.querySelectorAll<HTMLElement>('.links button')].at(-1)?.click());
  await page.locator('div[popover]').waitFor({ state: 'attached', timeout: 20_000 });
}

async function stateOf(page: Page): Promise<PageState | undefined> {
  const id = await findTabId(browser, page);
  return (await frameStates(browser, id))[0]?.state;
}

const heard = (page: Page) => page.evaluate(() => document.body.dataset['heard']);

test('a page that layout does not tell is answered by a rule that the person shows with the pointer', async () => {
  const page = await openUneven();
  await page.waitForTimeout(LONG_ENOUGH);
  expect(await stateOf(page)).toMatchObject({ phase: 'idle' });

  await startPicker(page);
  await page.locator('h3').click();
  await page.locator('img').nth(4).click();
  // The panel has the focus on its button now, closed to the page as it is.
  await page.keyboard.press('Enter');
  await expect
    .poll(storedRules, PATIENCE)
    .toMatchObject({ [server.origin]: [{ question: expect.any(String) }] });
  expect(await heard(page)).toBeUndefined();

  await expect.poll(async () => (await stateOf(page))?.tiles?.length, PATIENCE).toBe(9);
  const state = await stateOf(page);
  expect(state).toMatchObject({
    question: '公交车',
    text: '公交车',
    rows: 3,
    columns: 3,
    selected: [1, 5, 9],
  });
  const truth = await page
    .locator('img')
    .evaluateAll((images) => images.map((image) => image.getBoundingClientRect().toJSON()));
  for (const [index, box] of state!.boxes!.entries()) {
    expect(box.x).toBeCloseTo(truth[index].x, 0);
    expect(box.width).toBeCloseTo(truth[index].width, 0);
  }
  expect(await page.evaluate(() => document.body.dataset['submitted'])).toBeUndefined();
  await page.close();
});

test('what is pressed at the end is shown, outlined once tiles are chosen, and never pressed', async () => {
  const page = await openUneven();
  await startPicker(page);
  await page.locator('h3').click();
  await page.locator('img').nth(4).click();
  // From the button that keeps the rule to the one that asks for more.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#submit').click();
  await page.keyboard.press('Enter');
  await expect.poll(storedRules, PATIENCE).toMatchObject({ [server.origin]: [{ press: '#submit' }] });
  await expect.poll(async () => (await stateOf(page))?.phase, PATIENCE).toBe('suggested');
  const id = await findTabId(browser, page);
  await browser.control.evaluate((tabId) => chrome.tabs.sendMessage(tabId, { type: 'accept' }), id);
  await page.locator('[data-tilewise=press]').waitFor({ state: 'attached', timeout: PATIENCE.timeout });
  expect((await stateOf(page))?.clicked).toEqual([1, 5, 9]);
  expect(await page.evaluate(() => document.body.dataset['submitted'])).toBeUndefined();
  await page.close();
});

test('a rule is made with the keyboard alone', async () => {
  const page = await openUneven();
  await startPicker(page);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  // Body, its first element, the next one, what is in it.
  await press('ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'Enter');
  // The grid, its first card, the span, the picture.
  await press(
    'ArrowDown',
    'ArrowDown',
    'ArrowRight',
    'ArrowRight',
    'ArrowDown',
    'ArrowDown',
    'ArrowDown',
    'Enter',
  );
  await press('Enter');
  await expect.poll(storedRules, PATIENCE).toBeDefined();
  await page.reload();
  await expect.poll(async () => (await stateOf(page))?.tiles?.length, PATIENCE).toBe(9);
  await page.close();
});

test('a question in a frame is shown there, and the picker of the page around it goes', async () => {
  const page = await browser.context.newPage();
  await page.goto(`${server.origin}/shell.html`);
  await startPicker(page);
  const frame = page.frameLocator('iframe');
  await frame.locator('div[popover]').waitFor({ state: 'attached', timeout: 20_000 });
  await frame.locator('h3').click();
  await page.locator('div[popover]').waitFor({ state: 'detached', timeout: 20_000 });
  await frame.locator('img').nth(4).click();
  await page.keyboard.press('Enter');
  await expect.poll(storedRules, PATIENCE).toBeDefined();
  const id = await findTabId(browser, page);
  await expect
    .poll(async () => {
      const states = await frameStates(browser, id);
      return states.find(({ url }) => url.endsWith('uneven.html'))?.state.tiles?.length;
    }, PATIENCE)
    .toBe(9);
  await page.close();
});

test('Escape ends the picker; the page hears again, and nothing is kept', async () => {
  const page = await openUneven();
  await startPicker(page);
  await page.locator('h3').click();
  await page.keyboard.press('Escape');
  await page.locator('div[popover]').waitFor({ state: 'detached' });
  await page.locator('img').first().click();
  expect(await heard(page)).toBe('pointerdown,click');
  expect(await storedRules()).toBeUndefined();
  await page.close();
});

test('rules are edited, exported and imported on the options page; what is wrong is named', async () => {
  const site = 'https://example.com';
  await browser.control.evaluate(
    (origin) => chrome.storage.local.set({ rules: { [origin]: [{ question: 'h1', tiles: '.t > img' }] } }),
    site,
  );
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/src/options/options.html`);
  const section = page.locator('section[aria-labelledby=rules]');
  const status = section.locator('p[role=status]');
  const text = section.locator('textarea');

  await text.fill('[{"question":"h1"}]');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => status.textContent()).toMatch(/0\.tiles: /);
  await text.fill('[{"question":"h1","tiles":"img >"}]');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => status.textContent()).toMatch(/0\.tiles: expected a CSS selector, found img >/);
  await text.fill('[{"question":"h2","tiles":"img"}]');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect.poll(storedRules).toEqual({ [site]: [{ question: 'h2', tiles: 'img' }] });

  const coming = page.waitForEvent('download');
  await section.getByRole('button', { name: 'Export' }).click();
  const exported = await readFile(await (await coming).path(), 'utf8');
  await section.getByRole('button', { name: 'Remove' }).click();
  await expect.poll(storedRules).toEqual({});

  const input = section.locator('input[type=file]');
  await input.setInputFiles(file(exported.replace('"question"', '"frage"')));
  await expect.poll(() => status.textContent()).toMatch(/sites\.https:\/\/example\.com\.0\./);
  await input.setInputFiles(file(exported));
  await expect.poll(storedRules).toEqual({ [site]: [{ question: 'h2', tiles: 'img' }] });
  await page.close();
});

function file(content: string) {
  return { name: 'rules.json', mimeType: 'application/json', buffer: Buffer.from(content) };
}
