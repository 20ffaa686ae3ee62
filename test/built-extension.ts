import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../cli/root.ts';

export interface BuiltExtension {
  readonly folder: string;
  /** Paths from the folder, with forward slashes, in order. */
  readonly files: readonly string[];
  bytes(file: string): Buffer;
  text(file: string): string;
  sha256(file: string): string;
  remove(): void;
}

/**
 * Builds the extension into a folder of its own, so that a build under way elsewhere is not disturbed.
 *
 * @param settings environment of the build (VITE_…); without any it is the extension as it ships
 */
export async function buildExtension(
  settings: Readonly<Record<string, string>> = {},
): Promise<BuiltExtension> {
  const folder = mkdtempSync(join(tmpdir(), 'tilewise-build-'));
  const before = { ...process.env };
  Object.assign(process.env, settings);
  try {
    await build({
      root: ROOT,
      configFile: join(ROOT, 'vite.config.ts'),
      build: { outDir: folder, emptyOutDir: true },
      logLevel: 'error',
    });
  } finally {
    process.env = before;
  }
  const bytes = (file: string) => readFileSync(join(folder, file));
  return {
    folder,
    files: readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .toSorted((a, b) => (a < b ? -1 : 1)),
    bytes,
    text: (file) => bytes(file).toString('utf8'),
    sha256: (file) => createHash('sha256').update(bytes(file)).digest('hex'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
