import { type ExtensionBrowser, launchExtensionBrowser } from '../extension-browser.ts';
import { extensionMemory } from './extension-memory.ts';
import { evaluateOffscreen } from './offscreen-page.ts';
import { BENCH_MODULE } from './prepare-extension.ts';
import type { Speed, SpeedOptions } from './speed.ts';

/** Grids after which the extension's memory is compared. */
export const MEMORY_GRIDS = [20, 200] as const;

export interface BrowserOptions {
  readonly executablePath: string;
  /** Folder of the copy with the bench's module. */
  readonly extension: string;
}

/**
 * A fresh browser for each measure, so that none inherits another's memory. Rejects when the browser is gone before the
 * measure is done: what waits for it then would wait for ever.
 */
export async function withExtension<Result>(
  options: BrowserOptions,
  measure: (browser: ExtensionBrowser, base: string) => Promise<Result>,
): Promise<Result> {
  const browser = await launchExtensionBrowser({ ...options, headless: true });
  const gone = new Promise<never>((_, reject) => {
    browser.context.once('close', () =>
      reject(new Error('Expected the browser to stay until all is measured, found it closed')),
    );
  });
  try {
    return await Promise.race([measure(browser, `chrome-extension://${browser.extensionId}/`), gone]);
  } finally {
    await browser.close();
  }
}

/**
 * In the offscreen document, where the engine works. It would close itself after some minutes, because it counts only
 * the work that pages ask for.
 */
export async function measureSpeedThere(
  browser: ExtensionBrowser,
  base: string,
  rounds: number,
): Promise<Speed> {
  const options: SpeedOptions = { modelUrl: `${base}models/cn-clip-lite/`, wasmUrl: `${base}ort/`, rounds };
  const argument = JSON.stringify(options);
  const measure = `import('${base}${BENCH_MODULE}').then((bench) => bench.measureSpeed(${argument})).then(JSON.stringify)`;
  const call = `window.close = () => undefined; ${measure}`;
  const speed: Speed = JSON.parse(await evaluateOffscreen(browser, call));
  return speed;
}

/** Bytes after each number of MEMORY_GRIDS, solved over the port that pages use. */
export async function measureMemory(
  browser: ExtensionBrowser,
  base: string,
  onProgress: (grids: number) => void,
): Promise<readonly [number, number]> {
  const [few, many] = MEMORY_GRIDS;
  const solve = async (from: number, to: number): Promise<void> => {
    for (let grid = from; grid < to; grid++) {
      await browser.control.evaluate(solveThere, { module: `${base}${BENCH_MODULE}`, grid });
      onProgress(grid + 1);
    }
  };
  await solve(0, few);
  const early = await extensionMemory(browser);
  await solve(few, many);
  return [early, await extensionMemory(browser)];
}

/** Runs in a page of the extension. */
async function solveThere({ module, grid }: { module: string; grid: number }): Promise<void> {
  const bench = await import(module);
  await bench.solveGrids(grid, 1);
}
