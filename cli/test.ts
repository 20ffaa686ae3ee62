import { getBrowser } from './get-browser.ts';
import { runCommand } from './run-command.ts';
import { parts } from './test-parts/parts.ts';
import { describe, runParts } from './test-parts/run-parts.ts';
import { BROWSER_VARIABLE } from './find-browser.ts';
import { UsageError } from './usage-error.ts';

const HELP = `
npm test [-- PART...]

Runs all tests, or the named parts only, and counts them in its last line.

${parts.map(({ name, about }) => `  ${name.padEnd(10)}${about}`).join('\n')}

Exits with 1 if a test failed.`;

async function test(args: readonly string[]): Promise<void> {
  const unknown = args.find((arg) => !parts.some(({ name }) => name === arg));
  if (unknown !== undefined) {
    throw new UsageError(
      `expected parts among ${parts.map(({ name }) => name).join(', ')}; found ${unknown}`,
    );
  }
  const chosen = args.length === 0 ? parts : parts.filter(({ name }) => args.includes(name));
  if (chosen.some(({ name }) => name === 'browser' || name === 'e2e')) {
    // Found, or installed, once; the tests are told by the variable.
    process.env[BROWSER_VARIABLE] = getBrowser();
  }
  const tally = await runParts(chosen);
  console.log(describe(tally));
  if (tally.failed > 0) process.exitCode = 1;
}

await runCommand({ help: HELP, run: test });
