import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Lab, openLab } from '../e2e/launch.ts';

declare global {
  namespace chrome.developerPrivate {
    /** What the extensions page shows of an extension. */
    function getExtensionInfo(extensionId: string): Promise<{
      readonly manifestErrors: readonly object[];
      readonly runtimeErrors: readonly object[];
      readonly installWarnings?: readonly string[];
      readonly commands: readonly { readonly name: string; readonly keybinding: string }[];
    }>;
  }
}

/** By the key in the manifest, so that settings and permissions survive a move of the folder. */
const ID = 'maffomeacmidkjhfggnncdenjdlmindg';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab?.close());

async function info() {
  const page = await lab.browser.context.newPage();
  await page.goto('chrome://extensions/');
  return page.evaluate((id) => chrome.developerPrivate.getExtensionInfo(id), lab.browser.extensionId);
}

test('it loads under its fixed id, without errors or warnings', async () => {
  expect(lab.browser.extensionId).toBe(ID);
  const { manifestErrors, runtimeErrors, installWarnings = [] } = await info();
  expect({ manifestErrors, runtimeErrors, installWarnings }).toEqual({
    manifestErrors: [],
    runtimeErrors: [],
    installWarnings: [],
  });
});

test('its keys are free in the browser', async () => {
  const { commands } = await info();
  const keys = commands.map(({ name, keybinding }) => [name, keybinding]);
  expect(Object.fromEntries(keys)).toEqual({
    _execute_action: 'Alt+Shift+G',
    accept: 'Alt+Shift+Y',
    // Chrome suggests four keys at most: this one is the person's to assign.
    screenshot: '',
    solve: 'Alt+Shift+S',
  });
});
