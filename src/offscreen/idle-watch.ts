export interface IdleWatch {
  /** Puts the end off until the work has settled and the idle time has passed again. Hands the result through. */
  during<T>(work: Promise<T>): Promise<T>;
}

/** Calls `end` once nothing has been under way for `milliseconds`; counting starts at once. */
export function idleWatch(milliseconds: number, end: () => void): IdleWatch {
  let underWay = 0;
  let timer = setTimeout(end, milliseconds);
  return {
    async during(work) {
      underWay += 1;
      clearTimeout(timer);
      try {
        return await work;
      } finally {
        underWay -= 1;
        if (underWay === 0) timer = setTimeout(end, milliseconds);
      }
    },
  };
}
