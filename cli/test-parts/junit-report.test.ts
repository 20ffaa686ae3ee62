import { expect, test } from 'vitest';
import { countJunit } from './junit-report.ts';

test('skipped tests count neither as passed nor as failed; errors count as failed', () => {
  const xml =
    '<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests">' +
    '<testsuite name="pytest" errors="1" failures="2" skipped="3" tests="20" time="4.2"><testcase/></testsuite></testsuites>';
  expect(countJunit(xml)).toEqual({ passed: 14, failed: 3 });
});

test.each(['', '<html></html>'])('%j is no report, which is a failure', (xml) => {
  expect(countJunit(xml)).toEqual({ passed: 0, failed: 1 });
});
