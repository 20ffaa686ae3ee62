import type { Page } from 'playwright-core';
import { allowSite } from './allow-site.ts';
import { awaitAnswer } from './await-answer.ts';
import { ensureBuilt, EXTENSION } from './build-extension.ts';
import { type ExtensionBrowser, launchExtensionBrowser } from './extension-browser.ts';
import { findTabId } from './frame-states.ts';
import { getBrowser } from './get-browser.ts';
import type { LocalPage } from './page-address.ts';
import { serveFolder } from './serve-folder.ts';
import { tryReport, type TryReport } from './try-report.ts';

export interface TryOptions {
  /** Milliseconds. */
  readonly timeout: number;
  readonly headless: boolean;
  /** File for a picture of the answered page. */
  readonly screenshot: string | undefined;
}

/** Milliseconds after loading in which a page shows its grid, if it has one. */
const FIND_TIMEOUT = 5000;

/** Opens a page of this machine with the extension in auto mode; what it did there. Progress goes to stderr. */
export async function openAndTry(local: LocalPage, options: TryOptions): Promise<TryReport> {
  const executablePath = getBrowser();
  await ensureBuilt();
  const server = local.kind === 'file' ? await serveFolder(local.folder) : undefined;
  const url = local.kind === 'file' ? `${server?.origin}${local.path}` : local.url;
  const browser = await launchExtensionBrowser({
    executablePath,
    extension: EXTENSION,
    headless: options.headless,
  });
  try {
    await allowSite(browser, new URL(url).origin, 'auto');
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    console.error(`Opening ${url}`);
    await page.goto(url, { timeout: options.timeout });
    return await answerOn(browser, page, options);
  } finally {
    await browser.close();
    await server?.close();
  }
}

async function answerOn(browser: ExtensionBrowser, page: Page, options: TryOptions): Promise<TryReport> {
  const tabId = await findTabId(browser, page);
  const patience = { find: FIND_TIMEOUT, answer: options.timeout };
  const answered = await awaitAnswer(browser, tabId, patience);
  if (options.screenshot !== undefined) {
    await page.screenshot({ path: options.screenshot });
  }
  return tryReport(page.url(), answered?.state, await frameOffset(page, answered?.url));
}

/** Where a frame's viewport starts, in CSS pixels from the top left corner of the page. */
async function frameOffset(page: Page, frameUrl: string | undefined): Promise<{ x: number; y: number }> {
  const scrolled = await page.evaluate(() => ({ x: scrollX, y: scrollY }));
  const frame = page.frames().find((each) => each.url() === frameUrl && each !== page.mainFrame());
  if (frame === undefined) return scrolled;
  const element = await frame.frameElement();
  const box = await element.boundingBox();
  const border = await element.evaluate((node) =>
    node instanceof HTMLElement ? { x: node.clientLeft, y: node.clientTop } : { x: 0, y: 0 },
  );
  return {
    x: scrolled.x + (box?.x ?? 0) + border.x,
    y: scrolled.y + (box?.y ?? 0) + border.y,
  };
}
