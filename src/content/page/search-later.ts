import { isUniform } from './mass.ts';

/** After these milliseconds shadow roots are looked for again: of those attached late no event tells. */
const AGAIN = [1_000, 3_000];
/** And so many after what was made in masses, of which nothing is searched at once. */
const AFTER_MASS = 5_000;
/** After a search, which is of the whole page, comes a pause of so many times its length. */
const PAUSE = 10_000;
/** Milliseconds of a search that is worth doing twice. */
const CHEAP = 4;
/** What shows that the person is there. */
const STIRS = ['pointerover', 'focusin', 'keydown'];

/** When to search a page for shadow roots of which nothing tells. */
export interface SearchLater {
  /** Very much has changed. */
  readonly afterMass: (records: readonly MutationRecord[]) => void;
  /** A search has taken so many milliseconds. */
  readonly searched: (cost: number) => void;
  readonly stop: () => void;
}

export function createSearchLater(search: () => void): SearchLater {
  let mass: ReturnType<typeof setTimeout> | undefined;
  let stirring: AbortController | undefined;
  let notBefore = 0;
  let isDear = false;
  const again = AGAIN.map((milliseconds) => setTimeout(searchIfCheap, milliseconds));

  function searchIfCheap(): void {
    if (!isDear) search();
    // Once is enough then, when the page has come to rest.
    isDear = false;
  }

  function searchNow(): void {
    clearTimeout(mass);
    mass = undefined;
    stirring?.abort();
    stirring = undefined;
    search();
  }

  /** What is the same all over hardly holds a question: it can wait until the person is there to answer one. */
  function listenToPerson(earliest: number): void {
    stirring = new AbortController();
    const onStir = (): void => {
      if (performance.now() >= earliest) searchNow();
    };
    const options = { capture: true, passive: true, signal: stirring.signal };
    for (const name of STIRS) addEventListener(name, onStir, options);
  }

  return {
    afterMass(records) {
      const now = performance.now();
      const wait = Math.max(AFTER_MASS, notBefore - now);
      if (!isUniform(records)) mass ??= setTimeout(searchNow, wait);
      else if (!stirring) listenToPerson(now + wait);
    },
    searched(cost) {
      isDear ||= cost > CHEAP;
      notBefore = Math.max(notBefore, performance.now() + cost * PAUSE);
    },
    stop() {
      clearTimeout(mass);
      stirring?.abort();
      for (const each of again) clearTimeout(each);
    },
  };
}
