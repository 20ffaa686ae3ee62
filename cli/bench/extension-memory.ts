import { execFileSync } from 'node:child_process';
import type { ExtensionBrowser } from '../extension-browser.ts';

/** Chromium's switch on the renderers that hold nothing but extensions. */
const EXTENSION_PROCESS = '--extension-process';

/** Resident memory of the browser's extension processes, bytes. */
export async function extensionMemory(browser: ExtensionBrowser): Promise<number> {
  const cdp = await browser.context.browser()?.newBrowserCDPSession();
  if (cdp === undefined) throw new Error('Expected the protocol session of a browser, found none');
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  // `ps` gives kilobytes; every Unix has it with these columns.
  const table = execFileSync('ps', ['-o', 'rss=,args=', '-p', ids.join(',')], { encoding: 'utf8' });
  const rows = table.split('\n').filter((row) => row.includes(EXTENSION_PROCESS));
  if (rows.length === 0)
    throw new Error(`Expected processes with ${EXTENSION_PROCESS}, found none in:\n${table}`);
  return rows.reduce((sum, row) => sum + Number.parseInt(row, 10) * 1024, 0);
}
