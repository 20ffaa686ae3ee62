import * as v from 'valibot';

/** One sentence: the field, what was expected, what was found. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  const said = issue.message.startsWith('Invalid')
    ? `expected ${issue.expected ?? issue.type}, found ${issue.received}`
    : issue.message;
  return path === null ? said : `${path}: ${said}`;
}
