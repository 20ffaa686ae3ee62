import type { AskingText } from './asking-texts.ts';
import { followTexts } from './follow-texts.ts';
import type { FoundGrid } from './found-grid.ts';
import { findDrawnGrid } from './drawn-grid.ts';
import type { LonePicture } from './locate-grid.ts';
import { isAskedNow, pairGrids, type Paired } from './pair-grids.ts';
import { createLookPace } from './look-pace.ts';
import { createQuestionList } from './question-list.ts';
import { aroundTiles } from './around-tiles.ts';
import { relativeShapes } from './relative-shapes.ts';
import { isShown } from './visible.ts';

/** Milliseconds after an event that may have shown or moved something. */
const AFTER_EVENT = 40;
/** A look that is due later is left to what happens on the page. Milliseconds. */
const LATEST = 4_000;
/** Attributes by which pages show, hide, load and move things. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'open', 'src', 'srcset', 'href', 'aria-label', 'aria-hidden'];
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
const PICTURES = 'img,canvas,svg,picture,video,input,[style*="background"]';

export interface PageWatch {
  readonly stop: () => void;
  readonly lookNow: () => void;
}

interface Known {
  readonly grid: FoundGrid;
  /** What happens in here may add to the grid or take from it. */
  readonly around: Element;
  /** Sizes and places of its tiles against each other, when it was found. */
  readonly shapes: string;
}

function isDrawn({ tiles }: FoundGrid): boolean {
  return tiles.some(({ part }) => part !== undefined);
}

/** The same grid again, so that whoever knows it need not learn it anew. */
function unchanged(known: readonly Known[], { asking, tiles }: FoundGrid): FoundGrid | undefined {
  return known
    .map(({ grid }) => grid)
    .find(
      (grid) =>
        grid.asking === asking &&
        grid.tiles.length === tiles.length &&
        grid.tiles.every(({ element }, index) => element === tiles[index]?.element),
    );
}

const NOTHING: Paired = { found: [], open: [] };

function asKnown(grid: FoundGrid): Known {
  return { grid, shapes: relativeShapes(grid.tiles), around: aroundTiles(grid.tiles) };
}

function holdsPictures(node: Node | undefined): boolean {
  if (!(node instanceof Element)) return false;
  return node.matches(PICTURES) || (node.firstElementChild !== null && node.querySelector(PICTURES) !== null);
}

function bringsPictures(records: readonly MutationRecord[]): boolean {
  return records.some(({ addedNodes }) => addedNodes.length > 0 && [...addedNodes].some(holdsPictures));
}

function isIntact({ grid, shapes }: Known, questions: readonly AskingText[]): boolean {
  return (
    questions.includes(grid.asking) &&
    isAskedNow(grid.asking) &&
    // A tile that is fading out for another one is still a tile.
    grid.tiles.filter(({ element }) => element && isShown(element)).length * 2 > grid.tiles.length &&
    relativeShapes(grid.tiles) === shapes
  );
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
  const list = createQuestionList((around) => follower.readUnder(around));
  let known: readonly Known[] = [];
  const pace = createLookPace();
  let hasQuestions = false;
  /** Some question has no grid yet. */
  let hasOpen = false;
  let hasTold = false;
  /** Something has changed where a known grid is: it may have grown. */
  let isDisturbed = false;

  const follower = followTexts({
    onRun: list.take,
    onRead: look,
    isOwn,
    onMutations(records) {
      if (!hasQuestions) return;
      pace.hint();
      if (hasOpen && bringsPictures(records)) hurry();
      if (known.some(({ around }) => records.some(({ target }) => around.contains(target)))) {
        isDisturbed = true;
        if (!hasOpen && bringsPictures(records)) hurry();
      }
    },
  });

  function hurry(): void {
    isDisturbed = true;
    pace.hurry();
  }

  function look(): void {
    const start = performance.now();
    const questions = list.current();
    if (questions.length > 0 && !hasQuestions) {
      hasQuestions = true;
      follower.observeAttributes(ATTRIBUTES);
    }
    if (questions.length === 0 && known.length === 0) return;
    const whole = known.filter((each) => isIntact(each, questions));
    const isTooSoon = pace.wait() > 0 && whole.length === known.length;
    // A drawn grid has no elements that could have become more, and while it is too soon all stays as it is.
    const kept = whole.filter(({ grid }) => isTooSoon || !isDisturbed || isDrawn(grid));
    const answered = new Set(kept.map(({ grid }) => grid.asking));
    const open = questions.filter((question) => !answered.has(question) && isAskedNow(question));
    const paired = isTooSoon ? NOTHING : pairGrids(open);
    const now = paired.found.map((grid) => asKnown(unchanged(whole, grid) ?? grid));
    const renewed = new Set([...kept, ...now].map(({ grid }) => grid.asking));
    // One that is whole and was not found again has a tile that fades.
    known = [...kept, ...now, ...whole.filter(({ grid }) => !renewed.has(grid.asking))];
    hasOpen = known.length < questions.length;
    const cost = performance.now() - start;
    if (!isTooSoon) {
      isDisturbed = false;
      if (paired.open.length + paired.found.length > 0) pace.looked(cost, paired.open.length > 0);
    }
    const wait = pace.wait();
    if ((paired.open.length > 0 || (isTooSoon && (open.length > 0 || isDisturbed))) && wait < LATEST)
      follower.readIn(wait);
    tell(cost);
    for (const { asking, pictures } of paired.open) lookIntoPictures(asking, pictures);
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

  function onEvent({ type }: Event): void {
    if (!hasQuestions) return;
    if (type === 'load') hurry();
    pace.hint();
    follower.readIn(AFTER_EVENT);
  }

  for (const name of EVENTS) {
    addEventListener(name, onEvent, { capture: true, passive: true, signal: stopped.signal });
  }
  return {
    lookNow() {
      hurry();
      follower.readAll();
    },
    stop() {
      stopped.abort();
      follower.stop();
    },
  };
}
