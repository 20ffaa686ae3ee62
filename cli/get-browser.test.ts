import { expect, test } from 'vitest';
import type { Machine } from './find-browser.ts';
import { getBrowser } from './get-browser.ts';

const CHROMIUM = '/usr/bin/chromium';

/** A machine without a browser, whose package manager can be used or not, and works or not. */
function debian(available: boolean, aptWorks = true) {
  const files = new Set<string>();
  const installed: string[] = [];
  const machine: Machine = {
    platform: 'linux',
    env: {},
    home: '/root',
    exists: (path) => files.has(path),
    list: () => [],
  };
  const install = (packages: readonly string[]): boolean => {
    installed.push(...packages);
    if (aptWorks) files.add(CHROMIUM);
    return aptWorks;
  };
  return { machine, installer: { available, install }, files, installed };
}

test('an installed browser is used, and nothing is installed', () => {
  const { machine, installer, files, installed } = debian(true);
  files.add(CHROMIUM);
  expect(getBrowser(machine, installer)).toBe(CHROMIUM);
  expect(installed).toEqual([]);
});

test('root on Debian gets Chromium from apt, with a font for Chinese', () => {
  const { machine, installer, installed } = debian(true);
  expect(getBrowser(machine, installer)).toBe(CHROMIUM);
  expect(installed).toEqual(['chromium', 'fonts-noto-cjk']);
});

test('someone who is not root is told what to install, and nothing is installed', () => {
  const { machine, installer, installed } = debian(false);
  expect(() => getBrowser(machine, installer)).toThrow(/found neither[\s\S]*TILEWISE_BROWSER/);
  expect(installed).toEqual([]);
});

test('an apt that fails ends in the same advice', () => {
  const { machine, installer } = debian(true, false);
  expect(() => getBrowser(machine, installer)).toThrow('npx playwright install chromium');
});
