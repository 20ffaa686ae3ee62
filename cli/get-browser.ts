import { spawnSync } from 'node:child_process';
import { BROWSER_VARIABLE, findBrowser, type Machine, thisMachine } from './find-browser.ts';

/** What installing needs of the machine besides looking at it. */
export interface Installer {
  readonly isRoot: boolean;
  /** Runs a program to its end, its output going to stderr; whether it succeeded. */
  run(program: string, args: readonly string[]): boolean;
}

const APT = '/usr/bin/apt-get';
/** The font lets a person read Chinese in the pages and in the screenshots of them. */
const PACKAGES = ['chromium', 'fonts-noto-cjk'];

const thisInstaller: Installer = {
  isRoot: process.getuid?.() === 0,
  run: (program, args) =>
    spawnSync(program, args, {
      stdio: ['ignore', process.stderr, process.stderr],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0,
};

/**
 * Path of a browser to use, as findBrowser finds it; root on Debian gets Chromium from apt where there is none. Throws
 * an error that tells the person what to install.
 */
export function getBrowser(machine: Machine = thisMachine, installer: Installer = thisInstaller): string {
  const found = findBrowser(machine);
  if (found !== undefined) return found;
  const mayInstall = installer.isRoot && machine.platform === 'linux' && machine.exists(APT);
  if (mayInstall) {
    console.error(`No Chromium found; installing ${PACKAGES.join(' and ')} with apt-get…`);
    installer.run(APT, ['update', '-qq']);
    installer.run(APT, ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES]);
  }
  const installed = mayInstall ? findBrowser(machine) : undefined;
  if (installed === undefined) throw new Error(whatToInstall(machine.platform));
  return installed;
}

function whatToInstall(platform: NodeJS.Platform): string {
  const commands: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'brew install --cask chromium',
    linux: 'sudo apt-get install chromium',
  };
  const command = commands[platform];
  return [
    'Expected Chromium or Chrome for Testing, found neither (ordinary Chrome ignores --load-extension).',
    'Install one of them and run the command again:',
    ...(command === undefined ? [] : [`  ${command}`]),
    '  npx playwright install chromium',
    `or name one: ${BROWSER_VARIABLE}=/path/to/chromium`,
  ].join('\n');
}
