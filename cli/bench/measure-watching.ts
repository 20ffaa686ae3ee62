import type { Page } from 'playwright-core';
import { allowSite } from '../allow-site.ts';
import type { ExtensionBrowser } from '../extension-browser.ts';
import { ROOT } from '../root.ts';
import { serveFolder } from '../serve-folder.ts';
import { join } from 'node:path';
import { type ScriptTime, scriptTime } from './script-time.ts';

/** What pages/ten-thousand.html can do a thousand times at once, and what that is called. */
export const BURSTS = {
  texts: 'new texts',
  trees: 'new small trees',
  rows: 'rows out and in',
  classes: 'new classes',
} as const;
export type Burst = keyof typeof BURSTS;

/** What pages/hostile.html can be. */
export const HOSTILE = [
  'nested grids',
  'a heap of pictures',
  'a scatter of pictures',
  'a wall of pictures',
  'a canvas of 20,000 px',
  'boxes without size',
  'boxes that are no numbers',
  'a text of 1 MB',
  'texts of 1 MB',
  '3,000 questions',
] as const;

export interface BurstTimes {
  readonly burst: Burst;
  readonly times: readonly ScriptTime[];
}

/** Script of the extension, a page of ten thousand elements and its bursts of a thousand changes. */
export interface Watching {
  readonly bursts: readonly BurstTimes[];
  /** The same on a page that has a question. */
  readonly beside: readonly BurstTimes[];
  /** From the address to a page that has come to rest. */
  readonly load: ScriptTime;
  /** The same page and one burst of each on a site that is off. */
  readonly off: ScriptTime;
  /** Pages made to cost: all that runs from the address until long after the page has come to rest. */
  readonly hostile: readonly { readonly name: string; readonly time: ScriptTime }[];
}

/** Milliseconds in which the page is read again after loading, and in which all that a burst causes has run. */
const LOAD_REST = 5_000;
const BURST_REST = 1_000;
/** Looks at a question without a grid come ever later; the most of them have come by then. Milliseconds. */
const HOSTILE_REST = 8_000;

export async function measureWatching(browser: ExtensionBrowser, rounds: number): Promise<Watching> {
  const server = await serveFolder(join(ROOT, 'cli', 'bench', 'pages'));
  const session = await browser.context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('Expected the protocol session of a browser, found none');
  const ours = (work: () => Promise<void>): Promise<ScriptTime> =>
    scriptTime(session, `chrome-extension://${browser.extensionId}/src/content/`, work);
  const names = Object.keys(BURSTS).filter((name): name is Burst => name in BURSTS);
  try {
    const page = await browser.context.newPage();
    const open = async (hash = ''): Promise<void> => {
      await page.goto('about:blank');
      await page.goto(`${server.origin}/ten-thousand.html${hash}`);
      await page.waitForTimeout(LOAD_REST);
    };
    const off = await ours(async () => {
      await open();
      for (const name of names) await burst(page, name);
    });
    await allowSite(browser, server.origin, 'suggest');
    const measureBursts = async (): Promise<BurstTimes[]> => {
      const bursts = [];
      for (const name of names) {
        const times: ScriptTime[] = [];
        for (let round = 0; round < rounds; round += 1) times.push(await ours(() => burst(page, name)));
        bursts.push({ burst: name, times });
      }
      return bursts;
    };
    const load = await ours(() => open());
    const bursts = await measureBursts();
    await open('#asked');
    const beside = await measureBursts();
    const hostile = [];
    for (const name of HOSTILE) {
      const time = await ours(async () => {
        await page.goto('about:blank');
        await page.goto(`${server.origin}/hostile.html#${encodeURIComponent(name)}`);
        await page.waitForTimeout(HOSTILE_REST);
      });
      hostile.push({ name, time });
    }
    await page.close();
    return { bursts, beside, load, off, hostile };
  } finally {
    await session.detach();
    await server.close();
  }
}

async function burst(page: Page, name: Burst): Promise<void> {
  await page.evaluate(`burst('${name}')`);
  await page.waitForTimeout(BURST_REST);
}
