import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os';

const GIBIBYTE = 2 ** 30;

/** What the figures were measured on, in one line. */
export function describeMachine(browserVersion: string, threads: number): string {
  const memory = `${(totalmem() / GIBIBYTE).toFixed(0)} GiB`;
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  return [
    `${processor}, ${availableParallelism()} cores, ${memory}`,
    `${platform()} ${release()} ${arch()}`,
    `Node ${process.versions.node}`,
    `Chromium ${browserVersion}`,
    `WASM on ${threads} threads`,
  ].join('; ');
}
