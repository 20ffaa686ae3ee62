import type { SiteRule } from '../../shared/site-rules.ts';
import type { FoundGrid } from '../page/found-grid.ts';
import { watchPage, type PageWatch } from '../page/watch-page.ts';
import { mergeFound } from './merge-found.ts';
import { watchRules } from './watch-rules.ts';

export interface RuledPageWatch extends PageWatch {
  /** The person may have changed the rules. */
  readonly rulesChanged: () => void;
}

/** Follows a page by its layout and by the person's rules for the site; these count where both see something. */
export function watchWithRules(
  rules: () => readonly SiteRule[],
  ...[onFound, isOwn, onError]: Parameters<typeof watchPage>
): RuledPageWatch {
  let byRules: readonly FoundGrid[] = [];
  let byGeometry: readonly FoundGrid[] = [];
  let followed: readonly SiteRule[] = [];
  let unwatch: (() => void) | undefined;

  function tell(milliseconds: number): void {
    onFound(mergeFound(byRules, byGeometry), milliseconds);
  }

  function follow(): void {
    const now = rules();
    if (now === followed) return;
    followed = now;
    unwatch?.();
    unwatch = undefined;
    const hadSome = byRules.length > 0;
    byRules = [];
    if (now.length > 0) {
      unwatch = watchRules(now, (grids, milliseconds) => {
        byRules = grids;
        tell(milliseconds);
      });
    } else if (hadSome) {
      tell(0);
    }
  }

  const watch = watchPage(
    (grids, milliseconds) => {
      byGeometry = grids;
      tell(milliseconds);
    },
    isOwn,
    onError,
  );
  follow();
  return {
    lookNow: watch.lookNow,
    rulesChanged: follow,
    stop() {
      unwatch?.();
      watch.stop();
    },
  };
}
