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
  pictures: 'new pictures',
  removed: 'elements taken away',
  classes: 'new classes',
  styles: 'new styles',
  rows: 'rows out and in',
  place: 'elements in one place',
} as const;
export type Burst = keyof typeof BURSTS;

/** What else the ten thousand elements can be than rows; a burst of rows would unmake what is nested. */
export const OTHERS = {
  table: 'of a table',
  pictures: 'of cards with pictures',
  nested: 'nested 160 deep',
} as const;

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
  /** The same, a few times each, on pages that are built in other ways, without a question and with one. */
  readonly others: readonly { readonly page: string; readonly bursts: readonly BurstTimes[] }[];
  /** One burst of each, with all that runs long after. */
  readonly after: readonly BurstTimes[];
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
/** And in which nothing more may come of it. */
const LONG_REST = 8_000;
/** Rounds on each of the other pages, at most. */
const OTHER_ROUNDS = 5;
/** Looks at a question without a grid come ever later; the most of them have come by then. Milliseconds. */
const HOSTILE_REST = 8_000;

/** @param onPart told what is measured next; most of the time is waiting for what comes after a burst. */
export async function measureWatching(
  browser: ExtensionBrowser,
  rounds: number,
  onPart: (name: string) => void,
): Promise<Watching> {
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
    onPart('a site that is off');
    const off = await ours(async () => {
      await open();
      for (const name of names) await burst(page, name);
    });
    await allowSite(browser, server.origin, 'suggest');
    const measureBursts = async (times: number, kinds = names, rest = BURST_REST): Promise<BurstTimes[]> => {
      const bursts = [];
      for (const kind of kinds) {
        const measured: ScriptTime[] = [];
        for (let round = 0; round < times; round += 1)
          measured.push(await ours(() => burst(page, kind, rest)));
        bursts.push({ burst: kind, times: measured });
      }
      return bursts;
    };
    onPart('a page of ten thousand elements');
    const load = await ours(() => open());
    const bursts = await measureBursts(rounds);
    onPart('what comes long after');
    const after = await measureBursts(1, names, LONG_REST);
    onPart('the page beside a question');
    await open('#asked');
    const beside = await measureBursts(rounds);
    const others = [];
    for (const [other, words] of Object.entries(OTHERS)) {
      for (const asked of ['', ',asked']) {
        await open(`#${other}${asked}`);
        const name = asked === '' ? words : `${words}, beside a question`;
        onPart(`a page ${name}`);
        const kinds = other === 'nested' ? names.filter((name) => name !== 'rows') : names;
        const measured = await measureBursts(Math.min(rounds, OTHER_ROUNDS), kinds);
        others.push({ page: name, bursts: measured });
      }
    }
    const hostile = [];
    for (const name of HOSTILE) {
      onPart(name);
      const time = await ours(async () => {
        await page.goto('about:blank');
        await page.goto(`${server.origin}/hostile.html#${encodeURIComponent(name)}`);
        await page.waitForTimeout(HOSTILE_REST);
      });
      hostile.push({ name, time });
    }
    await page.close();
    return { bursts, beside, others, after, load, off, hostile };
  } finally {
    await session.detach();
    await server.close();
  }
}

async function burst(page: Page, name: Burst, rest = BURST_REST): Promise<void> {
  await page.evaluate(`burst('${name}')`);
  await page.waitForTimeout(rest);
}
