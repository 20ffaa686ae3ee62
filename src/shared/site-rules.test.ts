import { expect, test } from 'vitest';
import { exportSiteRules, importSiteRules, parseSiteRules, readRulesOfSite } from './site-rules.ts';

const rules = { 'https://example.com': [{ question: '#ask', tiles: '.tiles > img' }] };

test('what is exported is what is imported', () => {
  expect(importSiteRules(exportSiteRules(rules))).toEqual({ kind: 'right', value: rules });
});

test.each([
  ['[', /^expected JSON, found/],
  ['{"format":"other","sites":{}}', /^format: .*tilewise-rules\/1/],
  ['{"format":"tilewise-rules/1"}', /^sites: /],
  ['{"format":"tilewise-rules/1","sites":{"example":[]}}', /^sites\.example: expected an origin such as/],
  [
    '{"format":"tilewise-rules/1","sites":{"https://a.test":[{"question":"p"}]}}',
    /^sites\.https:\/\/a\.test\.0\.tiles: /,
  ],
  [
    '{"format":"tilewise-rules/1","sites":{"https://a.test":[{"question":"","tiles":"img"}]}}',
    /^sites\.https:\/\/a\.test\.0\.question: expected the CSS selector of the question, found an empty text/,
  ],
  [
    '{"format":"tilewise-rules/1","sites":{"https://a.test":[{"question":"p","tiles":"img","submit":"button"}]}}',
    /^sites\.https:\/\/a\.test\.0\.submit: /,
  ],
])('%s is refused by its field', (text, message) => {
  const found = importSiteRules(text);
  expect(found).toMatchObject({ kind: 'wrong', message: expect.stringMatching(message) });
});

test('the rules of one site are checked alone', () => {
  expect(readRulesOfSite('[{"question":"p","tiles":"img"}]')).toEqual({
    kind: 'right',
    value: [{ question: 'p', tiles: 'img' }],
  });
  expect(readRulesOfSite('{"question":"p"}')).toMatchObject({
    kind: 'wrong',
    message: 'expected a list of rules',
  });
});

test('a damaged store holds no rules', () => {
  expect(parseSiteRules({ 'https://a.test': 'p' })).toEqual({});
  expect(parseSiteRules(undefined)).toEqual({});
  expect(parseSiteRules(rules)).toEqual(rules);
  expect(parseSiteRules({ ...rules, 'https://b.test': [{ question: 'p' }] })).toEqual(rules);
});
