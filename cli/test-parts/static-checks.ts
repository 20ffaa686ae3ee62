import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { packageScript } from '../package-script.ts';
import { runScript } from './run-program.ts';
import { FAILED, PASSED, type Tally } from './tally.ts';

/** Every folder with a tsconfig.json: each is an execution context with a compiler's view of its own. */
export function typeContexts(): string[] {
  return [...foldersIn('src'), 'cli', 'test', 'demo'].filter((folder) =>
    existsSync(join(ROOT, folder, 'tsconfig.json')),
  );
}

export function checkTypes(context: string): Promise<Tally> {
  return check(packageScript('typescript', 'tsc'), ['-p', join(ROOT, context)]);
}

export function checkLint(): Promise<Tally> {
  return check(packageScript('oxlint'), ['--type-aware', '--quiet']);
}

export function checkFormat(): Promise<Tally> {
  return check(packageScript('prettier'), ['--check', '--log-level', 'warn', '.']);
}

async function check(script: string, args: readonly string[]): Promise<Tally> {
  return (await runScript(script, args)) ? PASSED : FAILED;
}

function foldersIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}`);
}
