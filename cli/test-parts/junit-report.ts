import type { Tally } from './tally.ts';

/**
 * Counts the tests of a JUnit report as pytest writes it: one `<testsuite>` whose attributes hold the numbers. What
 * is no such report is one failure.
 */
export function countJunit(xml: string): Tally {
  const suite = /<testsuite\s[^>]*>/.exec(xml)?.[0];
  if (suite === undefined) return { passed: 0, failed: 1 };
  const count = (name: string): number => Number(new RegExp(`\\s${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = count('failures') + count('errors');
  return { passed: count('tests') - failed - count('skipped'), failed };
}
