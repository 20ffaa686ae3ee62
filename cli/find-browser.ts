import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What the search looks at, so that a test can stand in for the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  exists(path: string): boolean;
  /** Names in a folder; empty where the folder is missing. */
  list(folder: string): readonly string[];
}

export const BROWSER_VARIABLE = 'TILEWISE_BROWSER';

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
};

/**
 * Path of a browser that honours `--load-extension`: the one that TILEWISE_BROWSER names, else an installed Chromium
 * or Chrome for Testing, else undefined. Branded Chrome is never taken: from version 137 it ignores the switch.
 * Throws where TILEWISE_BROWSER names a file that is not there, because falling back would hide the mistake.
 */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  const named = machine.env[BROWSER_VARIABLE];
  if (named !== undefined && named !== '') {
    if (machine.exists(named)) return named;
    throw new Error(`${BROWSER_VARIABLE} should name a Chromium or Chrome for Testing; no file at ${named}`);
  }
  return [...installedPlaces(machine), ...downloadedPlaces(machine)].find((path) => machine.exists(path));
}

function installedPlaces({ platform, env, home }: Machine): string[] {
  switch (platform) {
    case 'darwin':
      return ['/Applications', join(home, 'Applications')].flatMap((folder) => [
        join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
        join(folder, 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'),
      ]);
    case 'win32':
      return [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']]
        .filter((folder) => folder !== undefined)
        .map((folder) => join(folder, 'Chromium', 'Application', 'chrome.exe'));
    default:
      return [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/local/bin/chromium',
        '/snap/bin/chromium',
      ];
  }
}

/** Chrome for Testing as `npx playwright install chromium` and `npx @puppeteer/browsers install` leave it, newest first. */
function downloadedPlaces(machine: Machine): string[] {
  const { platform, env, home } = machine;
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(home, 'Library', 'Caches'),
    win32: env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'),
  };
  const cache = caches[platform] ?? env['XDG_CACHE_HOME'] ?? join(home, '.cache');
  const playwright = env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(cache, 'ms-playwright');
  const puppeteer = join(home, '.cache', 'puppeteer', 'chrome');
  return [
    ...newestFirst(machine.list(playwright).filter((name) => /^chromium-\d+$/.test(name))).map((name) =>
      join(playwright, name),
    ),
    ...newestFirst(machine.list(puppeteer)).map((name) => join(puppeteer, name)),
  ].flatMap((folder) => archivePlaces(platform).map((path) => join(folder, path)));
}

function newestFirst(names: readonly string[]): string[] {
  return names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}

function archivePlaces(platform: NodeJS.Platform): string[] {
  const app = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
  switch (platform) {
    case 'darwin':
      return [
        `chrome-mac-arm64/${app}`,
        `chrome-mac-x64/${app}`,
        'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      ];
    case 'win32':
      return ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'];
    default:
      return ['chrome-linux64/chrome', 'chrome-linux/chrome'];
  }
}
