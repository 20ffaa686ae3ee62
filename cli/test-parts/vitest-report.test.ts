import { expect, test } from 'vitest';
import { countVitest } from './vitest-report.ts';

test('tests that passed and failed are counted, skipped ones are not', () => {
  const report = {
    numTotalTests: 6,
    numPassedTests: 3,
    numFailedTests: 2,
    numPendingTests: 1,
    testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
  };
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2 });
});

test('a file that could not be loaded is a failure, though it has no tests', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{}] },
  ];
  expect(countVitest({ numPassedTests: 1, numFailedTests: 0, testResults })).toEqual({
    passed: 1,
    failed: 1,
  });
});

test.each([null, {}, 'text', { numPassedTests: '3' }])('%j is no report, which is a failure', (report) => {
  expect(countVitest(report)).toEqual({ passed: 0, failed: 1 });
});
