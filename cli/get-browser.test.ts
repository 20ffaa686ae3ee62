import { expect, test } from 'vitest';
import type { Machine } from './find-browser.ts';
import { getBrowser } from './get-browser.ts';

const CHROMIUM = '/usr/bin/chromium';
const APT = '/usr/bin/apt-get';

/** A Debian machine whose apt can, or cannot, install Chromium. */
function debian(isRoot: boolean, aptWorks = true) {
  const files = new Set([APT]);
  const runs: string[] = [];
  const machine: Machine = {
    platform: 'linux',
    env: {},
    home: '/root',
    exists: (path) => files.has(path),
    list: () => [],
  };
  const installer = {
    isRoot,
    run: (program: string, args: readonly string[]): boolean => {
      runs.push([program, args[0]].join(' '));
      if (aptWorks && args.includes('chromium')) files.add(CHROMIUM);
      return aptWorks;
    },
  };
  return { machine, installer, files, runs };
}

test('an installed browser is used, and nothing is installed', () => {
  const { machine, installer, files, runs } = debian(true);
  files.add(CHROMIUM);
  expect(getBrowser(machine, installer)).toBe(CHROMIUM);
  expect(runs).toEqual([]);
});

test('root on Debian gets Chromium from apt', () => {
  const { machine, installer, runs } = debian(true);
  expect(getBrowser(machine, installer)).toBe(CHROMIUM);
  expect(runs).toEqual([`${APT} update`, `${APT} install`]);
});

test('someone who is not root is told what to install, and nothing is run', () => {
  const { machine, installer, runs } = debian(false);
  expect(() => getBrowser(machine, installer)).toThrow(/found neither[\s\S]*TILEWISE_BROWSER/);
  expect(runs).toEqual([]);
});

test('an apt that fails ends in the same advice', () => {
  const { machine, installer } = debian(true, false);
  expect(() => getBrowser(machine, installer)).toThrow('npx playwright install chromium');
});
