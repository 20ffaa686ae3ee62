import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageScript } from './package-script.ts';
import { ROOT } from './root.ts';

/** Folder of the built extension, ready for "Load unpacked". */
export const EXTENSION = join(ROOT, 'dist');

/** What the built extension is made of. */
const SOURCES = ['src', 'models', 'public', 'manifest.json', 'package-lock.json', 'vite.config.ts'];

/** File descriptor of stderr. */
const STDERR = 2;

/**
 * Builds the extension. What is said about it goes to stderr: the plugins of the build print where they like, and the
 * stdout of a command is its data. That is why the build is a process of its own.
 */
export async function buildExtension(logLevel: 'info' | 'warn'): Promise<void> {
  const { status } = spawnSync(process.execPath, [packageScript('vite'), 'build', '--logLevel', logLevel], {
    cwd: ROOT,
    stdio: ['ignore', STDERR, STDERR],
  });
  if (status !== 0)
    throw new Error(`Expected vite to build the extension; it ended with ${status}, see above`);
}

/** Builds the extension unless the built one is newer than all that it is made of. */
export async function ensureBuilt(): Promise<void> {
  const manifest = join(EXTENSION, 'manifest.json');
  const builtAt = existsSync(manifest) ? statSync(manifest).mtimeMs : 0;
  if (SOURCES.every((source) => newestChange(join(ROOT, source)) < builtAt)) return;
  console.error('Building the extension…');
  await buildExtension('warn');
}

function newestChange(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
