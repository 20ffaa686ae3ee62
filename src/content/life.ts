import browser from 'webextension-polyfill';

/** How a script that runs in the page already is asked whether it still lives, and told to go. */
interface Tenant {
  readonly isAlive: () => boolean;
  readonly leave: () => void;
}

declare global {
  /** Seen in this extension's isolated world only. */
  var tilewiseTenant: Tenant | undefined;
}

/** Whether the extension is still there: after a reload or an update, scripts of the one before live on without it. */
export function isExtensionAlive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}

/**
 * Makes this script the one that serves the frame. The same file is injected more than once: by registration and by
 * the person's own command.
 *
 * @returns false when a living one is there already
 */
export function moveIn(leave: () => void): boolean {
  const before = globalThis.tilewiseTenant;
  if (before?.isAlive()) return false;
  before?.leave();
  globalThis.tilewiseTenant = { isAlive: isExtensionAlive, leave };
  return true;
}
