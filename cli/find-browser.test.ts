import { describe, expect, test } from 'vitest';
import { BROWSER_VARIABLE, findBrowser, type Machine } from './find-browser.ts';

// node:path writes the separators of the machine that runs the test; the tables below are written with slashes.
const plain = (path: string): string => path.replaceAll('\\', '/');

function machine(part: Partial<Machine>, files: readonly string[]): Machine {
  return {
    platform: 'linux',
    env: {},
    home: '/home/someone',
    exists: (path) => files.includes(plain(path)),
    list: (folder) => [
      ...new Set(
        files
          .filter((file) => file.startsWith(`${plain(folder)}/`))
          .map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''),
      ),
    ],
    ...part,
  };
}

function found(part: Partial<Machine>, files: readonly string[]): string | undefined {
  const browser = findBrowser(machine(part, files));
  return browser && plain(browser);
}

describe('the browser that the environment variable names', () => {
  test('comes before an installed one', () => {
    const env = { [BROWSER_VARIABLE]: '/opt/mine/chrome' };
    expect(found({ env }, ['/usr/bin/chromium', '/opt/mine/chrome'])).toBe('/opt/mine/chrome');
  });

  test('is an error where the file is missing, even if another browser is installed', () => {
    const env = { [BROWSER_VARIABLE]: '/opt/mine/chrome' };
    expect(() => found({ env }, ['/usr/bin/chromium'])).toThrow('no file at /opt/mine/chrome');
  });

  test('counts as not given when it is empty', () => {
    expect(found({ env: { [BROWSER_VARIABLE]: '' } }, ['/usr/bin/chromium'])).toBe('/usr/bin/chromium');
  });
});

test('branded Chrome is not taken, because it ignores --load-extension', () => {
  const files = ['/usr/bin/google-chrome', '/opt/google/chrome/chrome'];
  expect(found({}, files)).toBeUndefined();
});

test.each([
  [{}, '/usr/bin/chromium'],
  [{}, '/home/someone/.cache/ms-playwright/chromium-1234/chrome-linux64/chrome'],
  [{}, '/home/someone/.cache/puppeteer/chrome/linux-150.0.1/chrome-linux64/chrome'],
  [{ env: { PLAYWRIGHT_BROWSERS_PATH: '/opt/pw' } }, '/opt/pw/chromium-1234/chrome-linux/chrome'],
  [{ platform: 'darwin' }, '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  [
    { platform: 'win32', env: { LOCALAPPDATA: 'C:/Users/x/Local' } },
    'C:/Users/x/Local/ms-playwright/chromium-1234/chrome-win64/chrome.exe',
  ],
] as const)('on %j finds %s', (part, file) => {
  expect(found(part, [file])).toBe(file);
});

const place = (version: number): string =>
  `/home/someone/.cache/ms-playwright/chromium-${version}/chrome-linux64/chrome`;

test('takes the newest of several downloads, by number and not by letter', () => {
  expect(found({}, [place(999), place(1200), place(1001)])).toBe(place(1200));
});

test('a headless shell, which loads no extensions, is not taken', () => {
  const shell = '/home/someone/.cache/ms-playwright/chromium_headless_shell-1234/chrome-linux64/chrome';
  expect(found({}, [shell])).toBeUndefined();
});
