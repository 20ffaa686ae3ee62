import { BROWSER_VARIABLE, findBrowser, type Machine, thisMachine } from './find-browser.ts';
import { type Installer, thisInstaller } from './installer.ts';

/** The font lets a person read Chinese in the pages and in the screenshots of them. */
const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/**
 * Path of a browser to use, as findBrowser finds it; where there is none, Chromium is installed if that needs nobody's
 * leave. Throws an error that tells the person what to install.
 */
export function getBrowser(machine: Machine = thisMachine, installer: Installer = thisInstaller): string {
  const found = findBrowser(machine);
  if (found !== undefined) return found;
  if (installer.available) installer.install(PACKAGES);
  const installed = findBrowser(machine);
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
