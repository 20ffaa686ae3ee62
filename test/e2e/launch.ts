import type { Page } from 'playwright-core';
import { allowSite } from '../../cli/allow-site.ts';
import { findGridFrame, isDone } from '../../cli/await-answer.ts';
import { EXTENSION } from '../../cli/build-extension.ts';
import { DEMO } from '../../cli/demo-page.ts';
import { type ExtensionBrowser, launchExtensionBrowser } from '../../cli/extension-browser.ts';
import { findTabId, frameStates } from '../../cli/frame-states.ts';
import { getBrowser } from '../../cli/get-browser.ts';
import { pollUntil } from '../../cli/poll-until.ts';
import { ROOT } from '../../cli/root.ts';
import { type FolderServer, serveFolder } from '../../cli/serve-folder.ts';
import type { PageState } from '../../src/shared/messages.ts';
import type { SiteMode } from '../../src/shared/settings.ts';

/** Milliseconds for what the extension does by itself: the first grid waits for the model, on busy machines for long. */
export const PATIENCE = 90_000;

/** Milliseconds in which something that must not happen would have happened. */
export const LONG_ENOUGH = 1500;

export function isClicked({ phase }: PageState): boolean {
  return phase === 'clicked';
}

export interface OpenTab {
  readonly page: Page;
  readonly id: number;
}

/** The built extension in Chromium, with servers for the demo pages and for pages of these tests. */
export interface Lab {
  readonly browser: ExtensionBrowser;
  readonly demo: FolderServer;
  /** Serves the whole project, for the pages of these tests and the demo pictures on them. */
  readonly pages: FolderServer;
  /** The same on another origin, for pictures that come from elsewhere. */
  readonly elsewhere: FolderServer;
  allow(server: FolderServer, mode: SiteMode): Promise<void>;
  /** Opens any address in a new tab. */
  open(url: string): Promise<OpenTab>;
  /** Opens a page of test/e2e/pages in a new tab, such as `one-grid.html?seed=2`. */
  openPage(name: string): Promise<OpenTab>;
  /** What the extension does in the frames of the tab where it runs. */
  states(tab: OpenTab): Promise<PageState[]>;
  /** The state of the frame that has the grid, once it is such; the last state seen is in the error if never. */
  awaitState(tab: OpenTab, isWanted: (state: PageState) => boolean): Promise<PageState>;
  /** The state once the extension has nothing more to do by itself; in auto mode a suggestion is about to be clicked. */
  awaitDone(tab: OpenTab): Promise<PageState>;
  close(): Promise<void>;
}

export async function openLab(
  options: { readonly ignoreDefaultArgs?: readonly string[] } = {},
): Promise<Lab> {
  const [demo, pages, elsewhere] = await Promise.all([
    serveFolder(DEMO),
    serveFolder(ROOT),
    serveFolder(ROOT),
  ]);
  const browser = await launchExtensionBrowser({
    executablePath: getBrowser(),
    extension: EXTENSION,
    headless: true,
    ...options,
  });

  async function open(url: string): Promise<OpenTab> {
    const page = await browser.context.newPage();
    await page.goto(url);
    return { page, id: await findTabId(browser, page) };
  }

  async function awaitState(tab: OpenTab, isWanted: (state: PageState) => boolean): Promise<PageState> {
    let last: PageState | undefined;
    const wanted = await pollUntil(async () => {
      last = (await findGridFrame(browser, tab.id))?.state ?? last;
      return last !== undefined && isWanted(last) ? last : undefined;
    }, PATIENCE);
    if (wanted === undefined)
      throw new Error(`Expected another state of the page, found ${JSON.stringify(last)}`);
    return wanted;
  }

  return {
    browser,
    demo,
    elsewhere,
    pages,
    allow: (server, mode) => allowSite(browser, server.origin, mode),
    open,
    openPage: (name) => open(`${pages.origin}/test/e2e/pages/${name}`),
    states: async ({ id }) => (await frameStates(browser, id)).map(({ state }) => state),
    awaitState,
    awaitDone: (tab) => awaitState(tab, isDone),
    async close() {
      await browser.close();
      await Promise.all([demo, elsewhere, pages].map((server) => server.close()));
    },
  };
}
