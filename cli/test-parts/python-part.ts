import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { countJunit } from './junit-report.ts';
import { preparePython } from './python-environment.ts';
import { runProgram } from './run-program.ts';
import { FAILED, PASSED, sum, type Tally } from './tally.ts';

const TRAINING = join(ROOT, 'training');
const REPORT = join(ROOT, 'out', 'test', 'pytest.xml');

const staticChecks = [
  ['ruff', 'check', '--quiet', '.'],
  ['ruff', 'format', '--check', '--quiet', '.'],
  ['mypy', '--no-error-summary', 'src'],
] as const;

/** Lint, format, types and tests of the training package. */
export async function runPython(): Promise<Tally> {
  const python = preparePython();
  const tallies: Tally[] = [];
  for (const check of staticChecks) {
    const succeeded = await runProgram(python, ['-m', ...check], TRAINING);
    if (!succeeded) console.log(`failed: ${check.join(' ')}`);
    tallies.push(succeeded ? PASSED : FAILED);
  }
  tallies.push(await runPytest(python));
  return sum(tallies);
}

async function runPytest(python: string): Promise<Tally> {
  await mkdir(join(ROOT, 'out', 'test'), { recursive: true });
  await rm(REPORT, { force: true });
  const succeeded = await runProgram(python, ['-m', 'pytest', '-q', `--junitxml=${REPORT}`], TRAINING);
  const tally = countJunit(await readFile(REPORT, 'utf8').catch(() => ''));
  return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}
