import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEMO, demoPages } from './demo-page.ts';

/** Pages that are no question by themselves: the list, and the inside of the dialog. */
const PARTS = ['index', 'dialog-frame'];

test('every demo page is opened by the commands and the tests', () => {
  const files = readdirSync(DEMO)
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.slice(0, -'.html'.length));
  expect(files.toSorted()).toEqual([...demoPages, ...PARTS].toSorted());
});

test.each(demoPages)('the list of demo pages leads to %s', (name) => {
  expect(readFileSync(join(DEMO, 'index.html'), 'utf8')).toContain(`href="${name}.html"`);
});

test('every picture of the demo pages is credited', () => {
  const credits = readFileSync(join(DEMO, 'pictures', 'CREDITS.md'), 'utf8');
  const pictures = readdirSync(join(DEMO, 'pictures')).filter((file) => file.endsWith('.jpg'));
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((file) => !credits.includes(file))).toEqual([]);
});
