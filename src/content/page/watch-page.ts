import { createPseudoLook } from '../pseudo-texts.ts';
import type { AskingText } from './asking-texts.ts';
import { followTexts } from './follow-texts.ts';
import type { FoundGrid } from './found-grid.ts';
import { findDrawnGrid } from './drawn-grid.ts';
import type { LonePicture } from './locate-grid.ts';
import { bringsPictures, createPictureCount } from './brings-pictures.ts';
import { isMass } from './mass.ts';
import { asBefore, asKnown, isIntact, isThere, liesIn, type KnownGrid } from './known-grid.ts';
import { isAskedNow, pairGrids, share, type Paired } from './pair-grids.ts';
import { createLookPace } from './look-pace.ts';
import { createQuestionList } from './question-list.ts';
import { createNearWatch } from './watch-near.ts';

/** Milliseconds after an event that may have shown or moved something. */
const AFTER_EVENT = 40;
/** A look that is due later is left to what happens on the page. Milliseconds. */
const LATEST = 4_000;
/** Attributes by which pages show, hide, load and move things. */
const ATTRIBUTES = 'class style hidden open src srcset href aria-label aria-hidden inert disabled'.split(' ');
/** What shows or moves things without a mutation. */
const EVENTS = [
  'load',
  'transitionend',
  'animationend',
  'toggle',
  'change',
  'resize',
  'hashchange',
  'pointerup',
];

export interface PageWatch {
  readonly stop: () => void;
  readonly lookNow: () => void;
}

function isDrawn({ tiles }: FoundGrid): boolean {
  return tiles.some(({ part }) => part !== undefined);
}

const NOTHING: Paired = { found: [], open: [] };

function isSameList(a: readonly KnownGrid[], b: readonly KnownGrid[]): boolean {
  return a.length === b.length && a.every(({ grid }, index) => grid === b[index]?.grid);
}

/**
 * Follows a page and tells its questions with their grids: first as found, then after every change that may concern
 * them.
 *
 * @param onFound all grids that are on the page now, and the milliseconds that finding them took
 * @param isOwn whether a node is one of ours
 */
export function watchPage(
  onFound: (grids: readonly FoundGrid[], milliseconds: number) => void,
  isOwn: (node: Node) => boolean,
  onError: (error: unknown) => void,
): PageWatch {
  const stopped = new AbortController();
  const list = createQuestionList((around) => {
    if (around.isConnected) follower.readUnder(around);
    else follower.forget();
  });
  const pace = createLookPace();
  const lookForPseudo = createPseudoLook();
  const hasOtherPictures = createPictureCount();
  let known: readonly KnownGrid[] = [];
  let asked: readonly AskingText[] = [];
  /** Some question has no grid yet. */
  let hasOpen = false;
  let hasTold = false;
  let isObserving = false;
  /** There were more questions than are looked at. */
  let isCut = false;
  /** Events that are not listened to until the next look. */
  const heard: string[] = [];
  /** Something has changed where a known grid is: it may have grown. */
  let isDisturbed = false;
  /** Something has changed that may have moved or hidden a known grid. */
  let isUnsure = false;
  /** Something has changed by which a question may have got a grid. */
  let isPromising = false;
  /** When a question without a grid is to be looked at anyway. */
  let retryAt = Infinity;

  const near = createNearWatch(
    ATTRIBUTES,
    (brings) => {
      isDisturbed = true;
      isUnsure = true;
      if (brings && !hasOpen) hurry();
    },
    () => (isUnsure = true),
  );
  const follower = followTexts({
    onRun(run, next) {
      const hasRoom = list.take(run, next);
      isCut ||= !hasRoom;
      return hasRoom;
    },
    withNext: true,
    onRead: look,
    isOwn,
    onMutations(records) {
      if (asked.length === 0) return;
      if (isMass(records)) {
        if (!hasOpen) return;
        if (hasOtherPictures()) hurry();
        else if (pace.hintMass()) isPromising = true;
        return;
      }
      suspect();
      if (hasOpen && bringsPictures(records)) hurry();
    },
  });

  /** Something has changed, however little, that may concern a grid. */
  function suspect(): void {
    pace.hint();
    isUnsure = true;
    isPromising = true;
  }

  function hurry(): void {
    suspect();
    isDisturbed = true;
    pace.hurry();
  }

  function look(): void {
    const start = performance.now();
    for (const name of heard.splice(0)) listen(name);
    if (known.length === 0) takePseudo();
    const questions = list.current();
    if (isCut && !list.isFull()) {
      isCut = false;
      follower.readAll();
    }
    if (questions.length > 0 && asked.length === 0 && !isObserving) {
      isObserving = true;
      follower.observeAttributes(ATTRIBUTES);
    }
    const isNew = questions.some((question) => !asked.includes(question));
    // Another question may go better with a grid that is known: the same in the person's language, above the first.
    if (isNew && known.length > 0) isDisturbed = true;
    if (isNew || start >= retryAt) isPromising = true;
    asked = questions;
    if (questions.length === 0 && known.length === 0) return;
    const before = known;
    const whole = known.filter((each) => (isUnsure ? isIntact : isThere)(each, questions));
    const isTooSoon = (pace.wait() > 0 || !(isPromising || isDisturbed)) && whole.length === known.length;
    // A drawn grid has no elements that could have become more, and while it is too soon all stays as it is.
    const kept = whole.filter(({ grid }) => isTooSoon || !isDisturbed || isDrawn(grid));
    const answered = new Set(kept.map(({ grid }) => grid.asking));
    const open = questions.filter((question) => !answered.has(question) && isAskedNow(question));
    const paired = isTooSoon
      ? NOTHING
      : pairGrids(
          open,
          kept.map(({ grid }) => grid),
        );
    const now = paired.found.map((grid) => asKnown(asBefore(whole, grid) ?? grid));
    const renewed = new Set([...kept, ...now].map(({ grid }) => grid.asking));
    // One that is whole and was not found again has a tile that fades, or has gone to a better question.
    const fading = whole.filter(
      ({ grid }) => !renewed.has(grid.asking) && !now.some((other) => share(other.grid, grid)),
    );
    known = [...kept, ...now, ...fading];
    near.follow(known.map(({ grid }) => grid.tiles));
    hasOpen = known.length < questions.length;
    const cost = performance.now() - start;
    const isNews = isUnsure || isDisturbed || !isSameList(before, known);
    isUnsure = false;
    if (!isTooSoon) {
      isDisturbed = false;
      isPromising = false;
      if (paired.open.length + paired.found.length > 0) pace.looked(cost, paired.open.length > 0);
    }
    planNext(paired.open.length > 0 || (isTooSoon && isPromising && open.length > 0), isTooSoon);
    if (isNews) tell(cost);
    for (const { asking, pictures } of paired.open) lookIntoPictures(asking, pictures);
  }

  /** What only CSS says, where no text asks. */
  function takePseudo(): void {
    const asking = new Set(list.current().map(({ element }) => element));
    for (const { element, data } of lookForPseudo()) {
      if (!asking.has(element)) list.take({ element, texts: [], data }, undefined);
    }
  }

  function planNext(isAwaited: boolean, isTooSoon: boolean): void {
    const wait = pace.wait();
    const next = isAwaited && wait < LATEST ? performance.now() + wait : Infinity;
    retryAt = isTooSoon && hasOpen ? Math.min(retryAt, next) : next;
    if (retryAt < Infinity) follower.readIn(Math.max(0, retryAt - performance.now()));
    else if (isDisturbed && wait < LATEST) follower.readIn(wait);
  }

  function tell(milliseconds: number): void {
    if (known.length > 0 || hasTold) {
      onFound(
        known.map(({ grid }) => grid),
        milliseconds,
      );
    }
    hasTold = known.length > 0;
  }

  function lookIntoPictures(asking: AskingText, pictures: readonly LonePicture[]): void {
    if (pictures.length === 0) return;
    const start = performance.now();
    findDrawnGrid(asking, pictures).then((grid) => {
      const isLate = stopped.signal.aborted || known.some((each) => each.grid.asking === asking);
      if (!grid || isLate || !list.current().includes(asking)) return;
      known = [...known, asKnown(grid)];
      tell(performance.now() - start);
    }, onError);
  }

  /** One event of each kind between two looks says all: a page may load, or move, a thousand things at once. */
  function listen(name: string): void {
    addEventListener(name, onEvent, { capture: true, passive: true, once: true, signal: stopped.signal });
  }

  function onEvent({ type, target }: Event): void {
    heard.push(type);
    if (asked.length === 0) return;
    if (type === 'load') hurry();
    // What slides in is found as far as it has come.
    if (type.endsWith('end')) isDisturbed ||= known.some((each) => liesIn(each, target));
    suspect();
    follower.readIn(AFTER_EVENT);
  }

  for (const name of EVENTS) listen(name);
  return {
    lookNow() {
      hurry();
      follower.readAll();
    },
    stop() {
      stopped.abort();
      near.stop();
      follower.stop();
    },
  };
}
