import type { SiteRule } from '../../shared/site-rules.ts';
import type { FoundGrid } from '../page/found-grid.ts';
import { ruleGrid } from './rule-grid.ts';

/** Milliseconds from a change of the page to the look at it. */
const AFTER_CHANGE = 100;

const ATTRIBUTES = ['class', 'style', 'hidden', 'open', 'src', 'id', 'aria-hidden'];

/** Follows what the person's rules find on this page; tells it at first, and after each change of it. */
export function watchRules(
  rules: readonly SiteRule[],
  onFound: (grids: readonly FoundGrid[], milliseconds: number) => void,
): () => void {
  let known: readonly FoundGrid[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasTold = false;

  function look(): void {
    timer = undefined;
    const start = performance.now();
    const now = rules.flatMap((rule) => ruleGrid(rule) ?? []);
    const same = now.length === known.length && now.every((grid, index) => isSame(grid, known[index]));
    if (hasTold && same) return;
    hasTold = true;
    known = now;
    onFound(now, performance.now() - start);
  }

  function later(): void {
    timer ??= setTimeout(look, AFTER_CHANGE);
  }

  const observer = new MutationObserver(later);
  observer.observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  const stopped = new AbortController();
  for (const event of ['load', 'resize', 'transitionend']) {
    addEventListener(event, later, { capture: true, passive: true, signal: stopped.signal });
  }
  look();
  return () => {
    observer.disconnect();
    stopped.abort();
    clearTimeout(timer);
  };
}

function isSame(a: FoundGrid, b: FoundGrid | undefined): boolean {
  return (
    b !== undefined &&
    a.asking.element === b.asking.element &&
    a.asking.question === b.asking.question &&
    a.tiles.length === b.tiles.length &&
    a.tiles.every(({ element }, index) => element === b.tiles[index]?.element)
  );
}
