import { boundsOf } from '../../grid/shape.ts';
import type { AskingText } from './asking-texts.ts';
import type { FoundGrid } from './found-grid.ts';
import { createMeasurer } from './measurer.ts';
import { isAskedNow, pairGrids } from './pair-grids.ts';
import { createTextWatch } from './text-watch.ts';
import { tileShape } from './tile.ts';
import { isShown } from './visible.ts';

/** Milliseconds of script in one go; the rest waits for the next idle moment. */
const SLICE = 8;
/** A look comes no sooner after a change, so that a burst of changes makes one look. Milliseconds. */
const COALESCE = 40;
/** How long a look may wait for an idle moment. Milliseconds. */
const IDLE_LIMIT = 250;
/** Milliseconds until a question without a grid is looked at again: more each time, until something new appears. */
const FIRST_RETRY = 60;
const LAST_RETRY = 4_000;
/** After these milliseconds all texts are read once more: shadow roots attached late are told by no event. */
const READ_AGAIN = [1_000, 3_000];
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

interface Known {
  readonly grid: FoundGrid;
  /** Sizes and places of its tiles against each other, when it was found. */
  readonly shapes: string;
}

export interface PageWatch {
  readonly stop: () => void;
  readonly lookNow: () => void;
}

function shapesOf({ tiles }: FoundGrid): string {
  const measure = createMeasurer();
  const [first] = tiles;
  const origin = first && tileShape(first, measure)?.centre;
  return tiles
    .map((tile) => {
      const shape = tileShape(tile, measure);
      if (!shape || !origin) return '-';
      const { left, top, right, bottom } = boundsOf(shape);
      return [left - origin.x, top - origin.y, right - left, bottom - top].map(Math.round).join(' ');
    })
    .join();
}

function bringsPictures(records: readonly MutationRecord[]): boolean {
  return records.some(({ addedNodes }) =>
    [...addedNodes].some(
      (node) => node instanceof Element && (node.matches(PICTURES) || node.querySelector(PICTURES) !== null),
    ),
  );
}

/**
 * Follows a page and tells its questions with their grids: first as found, then after every change that may concern
 * them. Costs next to nothing on a page that asks nothing.
 *
 * @param onFound all grids that are on the page now, and the milliseconds that finding them took
 */
export function watchPage(
  onFound: (grids: readonly FoundGrid[], milliseconds: number) => void,
  isOwn: (node: Node) => boolean,
): PageWatch {
  const stopped = new AbortController();
  const roots = new Set<Node>();
  const observer = new MutationObserver(onMutations);
  const texts = createTextWatch(watchRoot);
  let known: Known[] = [];
  let retry = FIRST_RETRY;
  let notBefore = 0;
  let watchesAttributes = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasTold = false;

  function observe(root: Node): void {
    observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      ...(watchesAttributes ? { attributeFilter: ATTRIBUTES } : {}),
    });
  }

  function watchRoot(root: Node): void {
    if (roots.has(root)) return;
    roots.add(root);
    observe(root);
  }

  function onMutations(records: MutationRecord[]): void {
    const foreign = records.filter(
      ({ addedNodes: [node], target }) => !(node && isOwn(node)) && !isOwn(target),
    );
    if (foreign.length === 0) return;
    texts.note(foreign);
    if (watchesAttributes && bringsPictures(foreign)) retry = FIRST_RETRY;
    schedule(COALESCE);
  }

  function schedule(milliseconds: number): void {
    if (timer !== undefined || stopped.signal.aborted) return;
    timer = setTimeout(() => {
      requestIdleCallback(() => look(), { timeout: IDLE_LIMIT });
    }, milliseconds);
  }

  function isIntact({ grid, shapes }: Known, questions: readonly AskingText[]): boolean {
    return (
      questions.includes(grid.asking) &&
      isAskedNow(grid.asking) &&
      grid.tiles.every(({ element }) => !element || isShown(element)) &&
      shapesOf(grid) === shapes
    );
  }

  function look(): void {
    timer = undefined;
    if (stopped.signal.aborted) return;
    const start = performance.now();
    if (!texts.read(() => performance.now() - start < SLICE)) {
      schedule(0);
      return;
    }
    const questions = texts.questions();
    if (questions.length > 0 && !watchesAttributes) {
      watchesAttributes = true;
      for (const root of roots) observe(root);
    }
    if (questions.length === 0 && known.length === 0) return;
    locate(questions, start);
  }

  function locate(questions: readonly AskingText[], start: number): void {
    const intact = known.filter((each) => isIntact(each, questions));
    const taken = new Set(intact.map(({ grid }) => grid.asking));
    const open = questions.filter((question) => !taken.has(question) && isAskedNow(question));
    const isTooSoon = performance.now() < notBefore && intact.length === known.length;
    if (open.length > 0 && isTooSoon) schedule(notBefore - performance.now());
    const found = isTooSoon ? [] : pairGrids(open);
    known = [...intact, ...found.map((grid) => ({ grid, shapes: shapesOf(grid) }))];
    if (!isTooSoon && open.length > found.length) {
      notBefore = performance.now() + retry;
      if (retry < LAST_RETRY) schedule(retry);
      retry = Math.min(LAST_RETRY, retry * 2);
    }
    tell(performance.now() - start);
  }

  function tell(milliseconds: number): void {
    if (known.length > 0 || hasTold)
      onFound(
        known.map(({ grid }) => grid),
        milliseconds,
      );
    hasTold = known.length > 0;
  }

  watchRoot(document);
  const onEvent = (): void => {
    if (watchesAttributes) schedule(COALESCE);
  };
  for (const name of EVENTS)
    addEventListener(name, onEvent, { capture: true, passive: true, signal: stopped.signal });
  const again = READ_AGAIN.map((milliseconds) =>
    setTimeout(() => {
      texts.noteAll();
      schedule(0);
    }, milliseconds),
  );
  texts.noteAll();
  schedule(0);

  return {
    lookNow() {
      texts.noteAll();
      retry = FIRST_RETRY;
      notBefore = 0;
      schedule(0);
    },
    stop() {
      stopped.abort();
      observer.disconnect();
      clearTimeout(timer);
      for (const each of again) clearTimeout(each);
    },
  };
}
