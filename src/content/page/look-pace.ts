/** How long until a question without a grid is looked at again: twice as long each time, until something new appears. */
const FIRST_RETRY = 60;
const LAST_RETRY = 4_000;
/** Milliseconds between looks at a grid around which things keep changing. */
const CALM = 300;
/** After a look that took long comes a pause of so many times as long. */
const PAUSE = 20;
/** And of so many times before a mass of changes, which tells little of any one place, may ask for another. */
const MASS_PAUSE = 2_000;
/** A look of fewer milliseconds is not counted: what a canvas shows is told by no event, and there are few such looks. */
const CHEAP = 5;
/** Milliseconds of looking without any success, after which only something new on the page starts another look. */
const MOST_SPENT = 20;

/** When to look for grids: soon after something new, ever later where nothing comes of it, never all the time. */
export interface LookPace {
  /** Milliseconds until a look is due; 0 when it is, Infinity when only something new makes it so. */
  readonly wait: () => number;
  /** Something that may be a part of a grid has appeared. */
  readonly hurry: () => void;
  /** Something has changed that may have shown or moved a grid. */
  readonly hint: () => void;
  /** Very much has changed, of which nothing is known; says whether that counts as a hint. */
  readonly hintMass: () => boolean;
  /**
   * A look has been taken.
   *
   * @param cost milliseconds of script
   * @param hasOpen some question has no grid yet
   */
  readonly looked: (cost: number, hasOpen: boolean) => void;
}

/** @param now the clock, in milliseconds */
export function createLookPace(now: () => number = () => performance.now()): LookPace {
  let retry = FIRST_RETRY;
  let notBefore = 0;
  let rested = 0;
  let massRested = 0;
  let spent = 0;
  let isHinted = false;

  return {
    wait() {
      if (spent > MOST_SPENT && !isHinted) return Infinity;
      return Math.max(0, notBefore - now());
    },
    hurry() {
      retry = FIRST_RETRY;
      notBefore = rested;
      spent = 0;
    },
    hint() {
      isHinted = true;
    },
    hintMass() {
      const counts = now() >= massRested;
      if (counts) isHinted = true;
      return counts;
    },
    looked(cost, hasOpen) {
      isHinted = false;
      rested = now() + cost * PAUSE;
      massRested = now() + cost * MASS_PAUSE;
      notBefore = Math.max(rested, now() + (hasOpen ? retry : CALM));
      spent = hasOpen ? spent + (cost > CHEAP ? cost : 0) : 0;
      if (hasOpen) retry = Math.min(LAST_RETRY, retry * 2);
    },
  };
}
