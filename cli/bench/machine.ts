import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os';

const GIBIBYTE = 2 ** 30;

/** What the figures were measured on, in one line; the browser where the engine was timed in it. */
export function describeMachine(browser?: { readonly version: string; readonly threads: number }): string {
  const memory = `${(totalmem() / GIBIBYTE).toFixed(0)} GiB`;
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  return [
    `${processor}, ${availableParallelism()} cores, ${memory}`,
    `${platform()} ${release()} ${arch()}`,
    `Node ${process.versions.node}`,
    ...(browser === undefined ? [] : [`Chromium ${browser.version}`, `WASM on ${browser.threads} threads`]),
  ].join('; ');
}
