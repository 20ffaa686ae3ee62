import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { packageScript } from '../cli/package-script.ts';
import { ROOT } from '../cli/root.ts';

const run = promisify(execFile);

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
  // A process of its own: the plugins print to stdout, which is the data of the command that builds.
  const vite = [packageScript('vite'), 'build', '--logLevel', 'error', '--outDir', folder, '--emptyOutDir'];
  await run(process.execPath, vite, { cwd: ROOT, env: { ...process.env, ...settings } });
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
