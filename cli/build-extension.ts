import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, createLogger, type LogLevel } from 'vite';
import { ROOT } from './root.ts';

/** Folder of the built extension, ready for "Load unpacked". */
export const EXTENSION = join(ROOT, 'dist');

/** What the built extension is made of. */
const SOURCES = ['src', 'models', 'public', 'manifest.json', 'package-lock.json', 'vite.config.ts'];

export async function buildExtension(logLevel: LogLevel): Promise<void> {
  await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), logLevel });
}

/** Builds the extension unless the built one is newer than all that it is made of. Says nothing on stdout. */
export async function ensureBuilt(): Promise<void> {
  const manifest = join(EXTENSION, 'manifest.json');
  const builtAt = existsSync(manifest) ? statSync(manifest).mtimeMs : 0;
  if (SOURCES.every((source) => newestChange(join(ROOT, source)) < builtAt)) return;
  console.error('Building the extension…');
  await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    customLogger: { ...createLogger('warn'), info: () => {}, warn: console.error, error: console.error },
  });
}

function newestChange(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
