import type { PageState } from '../shared/messages.ts';
import type { SiteRule } from '../shared/site-rules.ts';
import type { Answerer } from './answerer-type.ts';
import { hasDrawnSign } from './drawn-sign.ts';
import { isFirstSign } from './first-sign.ts';
import { isExtensionAlive } from './life.ts';
import { followTexts, type TextFollower } from './page/follow-texts.ts';
import { createPseudoLook } from './pseudo-texts.ts';
import { followRules, type FollowedRules } from './rules/follow-rules.ts';
import { followSiteSettings, siteOfFrame } from './site-mode.ts';
import { askForCapture, tellBackground } from './tell-background.ts';

/** Milliseconds after a new picture, so that one look is at all that come together. */
const AFTER_PICTURE = 300;

/** Milliseconds after which a page is read again whose answering part did not come. */
const AFTER_FAILURE = 10_000;

const NO_RULES: readonly SiteRule[] = [];

/** What a frame can be asked and told from outside. */
export interface Watcher {
  readonly state: () => PageState;
  readonly solve: () => void;
  readonly accept: () => void;
  readonly cancel: () => void;
  readonly stop: () => void;
}

/**
 * Watches the texts of a frame for the first sign of a question, and brings the answering part then. This is all that
 * runs on a page without one.
 *
 * @param leave ends everything when the extension is gone
 */
export async function createWatcher(leave: () => void): Promise<Watcher> {
  let answerer: Answerer | undefined;
  let coming: Promise<Answerer> | undefined;
  let follower: TextFollower | undefined;
  let drawnLook: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let failure = '';
  let rules: FollowedRules | undefined;
  const lookForPseudo = createPseudoLook();
  const settings = await followSiteSettings(settingsChanged);
  // Not waited for: who asks this frame something the moment it is there must find it listening.
  const following = followRules(siteOfFrame(), settingsChanged);
  following.then((followed) => {
    rules = followed;
    settingsChanged();
  }, onError);

  function onError(): boolean {
    if (isExtensionAlive()) return false;
    leave();
    return true;
  }

  async function bring(): Promise<Answerer> {
    await tellBackground({ type: 'bring-answerer' });
    const create = globalThis.tilewiseAnswerer;
    if (!create) throw new Error('Expected the answering part in this frame, found none.');
    unfollow();
    answerer = create({
      mode: settings.mode,
      threshold: settings.threshold,
      sureness: settings.sureness,
      rules: () => rules?.list() ?? NO_RULES,
      capture: askForCapture,
      report: (state) => void tellBackground({ type: 'page-state', state }).catch(onError),
      onError,
    });
    return answerer;
  }

  function withAnswerer(work: (answerer: Answerer) => void): void {
    coming ??= bring();
    coming.then(work).catch((error: unknown) => {
      coming = undefined;
      if (onError()) return;
      failure = error instanceof Error ? error.message : String(error);
      again = setTimeout(() => follower?.readAll(), AFTER_FAILURE);
    });
  }

  function follow(): void {
    follower ??= followTexts({
      onRun({ data }) {
        if (!coming && isFirstSign(data)) withAnswerer((found) => found.settingsChanged());
        // The part that is coming reads for itself.
        return !coming;
      },
      withNext: false,
      // Looking through the pictures of a page after every mass of changes would cost: new ones are loaded first.
      onRead: (isMass) => (isMass ? listenToPictures() : lookByPictures()),
    });
  }

  /** For questions that no text of the page holds. */
  function lookByPictures(): void {
    if (!follower || coming) return;
    if (hasDrawnSign() || lookForPseudo().some(({ data }) => isFirstSign(data)))
      withAnswerer((found) => found.settingsChanged());
  }

  function listenToPictures(): void {
    // Once: of a mass of pictures each would tell.
    addEventListener('load', afterPicture, { capture: true, passive: true, once: true });
  }

  function afterPicture(): void {
    clearTimeout(drawnLook);
    drawnLook = setTimeout(lookByPictures, AFTER_PICTURE);
  }

  function unfollow(): void {
    removeEventListener('load', afterPicture, { capture: true });
    clearTimeout(drawnLook);
    clearTimeout(again);
    follower?.stop();
    follower = undefined;
  }

  function settingsChanged(): void {
    if (answerer) answerer.settingsChanged();
    else if (settings.mode() === 'off') unfollow();
    else if ((rules?.list().length ?? 0) > 0) withAnswerer((found) => found.settingsChanged());
    else follow();
  }

  // A page kept for the way back has a port that is dead without a word; the next call opens another.
  function onHide({ persisted }: PageTransitionEvent): void {
    if (persisted) answerer?.closePort();
  }

  addEventListener('pagehide', onHide);
  settingsChanged();
  return {
    state: () => answerer?.state() ?? { phase: 'idle', ...(failure ? { message: failure } : {}) },
    solve: () => withAnswerer((found) => found.solve()),
    accept: () => answerer?.accept(),
    cancel: () => answerer?.cancel(),
    stop() {
      removeEventListener('pagehide', onHide);
      settings.stop();
      following.then((followed) => followed.stop(), onError);
      unfollow();
      answerer?.stop();
    },
  };
}
