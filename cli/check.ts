import { runCommand } from './run-command.ts';
import { parts } from './test-parts/parts.ts';
import { describe, runParts } from './test-parts/run-parts.ts';

const HELP = `
npm run check

Types, lint and format: the part of the tests that takes seconds. \`npm run fix\` mends what can be mended by itself.`;

const STATIC = ['types', 'lint', 'format'];

async function check(): Promise<void> {
  const tally = await runParts(parts.filter(({ name }) => STATIC.includes(name)));
  console.log(describe(tally));
  if (tally.failed > 0) process.exitCode = 1;
}

await runCommand({ help: HELP, run: check });
