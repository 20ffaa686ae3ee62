import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

export interface ExtensionBrowserOptions {
  /** Path of Chromium or Chrome for Testing. */
  readonly executablePath: string;
  /** Folder of the built extension. */
  readonly extension: string;
  readonly headless: boolean;
  readonly args?: readonly string[];
  /** Switches of Playwright's own that should not be given. */
  readonly ignoreDefaultArgs?: readonly string[];
}

/** Chromium with the built extension in a profile of its own, which is removed on closing. */
export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** A page of the extension's origin, from which its settings are changed and its content scripts asked. */
  readonly control: Page;
  close(): Promise<void>;
}

const WINDOW = { width: 1280, height: 900 };

export async function launchExtensionBrowser(options: ExtensionBrowserOptions): Promise<ExtensionBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'tilewise-profile-'));
  const removeNow = (): void => rmSync(profile, { recursive: true, force: true });
  // A command that is interrupted ends without closing the browser here; Playwright does that.
  process.once('exit', removeNow);
  const removeProfile = async (): Promise<void> => {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    process.off('exit', removeNow);
  };
  try {
    const context = await chromium.launchPersistentContext(profile, launchOptions(options));
    const extensionId = await findExtensionId(context);
    const control = await context.newPage();
    // Any address of the extension would do; its manifest is one that runs nothing of its own.
    await control.goto(`chrome-extension://${extensionId}/manifest.json`);
    // tsx wraps functions in a helper of this name to keep theirs; functions sent to the page bring calls of it along.
    await control.evaluate('globalThis.__name = (wrapped) => wrapped');
    const close = async (): Promise<void> => {
      await context.close();
      await removeProfile();
    };
    return { context, extensionId, control, close };
  } catch (error) {
    await removeProfile();
    throw error;
  }
}

function launchOptions(options: ExtensionBrowserOptions) {
  const { executablePath, extension, headless, args = [], ignoreDefaultArgs = [] } = options;
  // Chromium refuses its sandbox to root, which is who one is in most containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    executablePath,
    headless,
    viewport: headless ? WINDOW : null,
    ignoreDefaultArgs: [...ignoreDefaultArgs],
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--window-size=${WINDOW.width},${WINDOW.height}`,
      ...sandbox,
      ...args,
    ],
  };
}

/** Milliseconds in which an extension that can be loaded has started its service worker. */
const LOAD_TIMEOUT = 20_000;

async function findExtensionId(context: BrowserContext): Promise<string> {
  const worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: LOAD_TIMEOUT }).catch(() => undefined));
  if (worker === undefined) {
    await context.close();
    throw new Error(
      'Expected the extension to start in the browser, found no service worker. Ordinary Chrome ignores ' +
        '--load-extension: name a Chromium or Chrome for Testing in TILEWISE_BROWSER.',
    );
  }
  return new URL(worker.url()).host;
}
