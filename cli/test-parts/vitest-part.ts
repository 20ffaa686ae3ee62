import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { packageScript } from '../package-script.ts';
import { runScript } from './run-program.ts';
import type { Tally } from './tally.ts';
import { readVitestReport } from './vitest-report.ts';

const REPORTS = join(ROOT, 'out', 'test');

/** Runs projects of vitest.config.ts. What goes wrong outside of any test still counts as a failure. */
export async function runVitest(...projects: readonly string[]): Promise<Tally> {
  await mkdir(REPORTS, { recursive: true });
  const report = join(REPORTS, `${projects.join('-')}.json`);
  await rm(report, { force: true });
  const succeeded = await runScript(packageScript('vitest'), [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const tally = await readVitestReport(report);
  return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}
