/**
 * What every page of a site that is on gets: reads its texts, and has the rest of the content script brought into the
 * frame once one of them asks for pictures. Pages that ask nothing never load the rest.
 */
import browser from 'webextension-polyfill';
import { isExtensionAlive } from './life.ts';
import { answerIdle } from './scout/answer-idle.ts';
import { watchTexts } from './scout/watch-texts.ts';
import { followSiteSettings } from './site-mode.ts';
import { tellBackground } from './tell-background.ts';

declare global {
  /** Whether the scout of this frame lives; seen in this extension's isolated world only. */
  var isTilewiseScoutAlive: (() => boolean) | undefined;
}

async function scout(): Promise<void> {
  // Registration and the moment a site is switched on may both bring it.
  if (globalThis.isTilewiseScoutAlive?.()) return;
  globalThis.isTilewiseScoutAlive = isExtensionAlive;

  let stopReading: (() => void) | undefined;
  const settings = await followSiteSettings(follow);

  function follow(): void {
    const isWanted = settings.mode() !== 'off' && !isServed();
    if (!isWanted) {
      stopReading?.();
      stopReading = undefined;
    } else stopReading ??= watchTexts(bringTheRest);
  }

  browser.runtime.onMessage.addListener(answerIdle(isServed));
  follow();
}

/** Whether the rest of the content script runs in this frame. */
function isServed(): boolean {
  return globalThis.tilewiseTenant?.isAlive() ?? false;
}

function bringTheRest(): void {
  tellBackground({ type: 'load-content' }).catch((error: unknown) => {
    // After a reload of the extension its new scout serves the page.
    if (isExtensionAlive()) console.warn('Tilewise: the question could not be looked at.', error);
  });
}

void scout();
