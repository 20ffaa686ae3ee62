import { expect, test } from 'vitest';
import { isMass, isUniform, type Sample } from './mass.ts';

function record(target: string, added = '#text'): Sample {
  return { target: { nodeName: target }, addedNodes: [{ nodeName: added }] };
}

test('a mass is of more changes than are looked at one by one', () => {
  expect(isMass(Array.from({ length: 128 }, () => record('P')))).toBe(false);
  expect(isMass(Array.from({ length: 129 }, () => record('P')))).toBe(true);
});

test('a list changes in a few ways, a page that is built in many', () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => record(index % 2 ? 'TD' : 'UL', 'LI'));
  expect(isUniform(rows)).toBe(true);
  const page = Array.from({ length: 1_000 }, (_, index) => record('DIV', `PART-${Math.floor(index / 20)}`));
  expect(isUniform(page)).toBe(false);
});
