import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { FAILED, type Tally } from './tally.ts';

/** What is used of vitest's JSON report. */
const reportSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

/**
 * Counts the tests of a report. A file that could not even be loaded has no tests to count and is one failure, and so
 * is a report that is missing or is none, which is what a run leaves that broke down.
 */
export function countVitest(report: unknown): Tally {
  const parsed = v.safeParse(reportSchema, report);
  if (!parsed.success) return FAILED;
  const { numPassedTests, numFailedTests, testResults } = parsed.output;
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}

export async function readVitestReport(file: string): Promise<Tally> {
  const text = await readFile(file, 'utf8').catch(() => 'null');
  try {
    return countVitest(JSON.parse(text));
  } catch {
    // Half a report: the run was cut off while writing it.
    return FAILED;
  }
}
