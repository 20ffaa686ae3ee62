/** Runs tasks one after the other, in the order they came. */
export interface SerialQueue {
  /** Settles as the task does. A failed task does not stop the ones behind it. */
  run<Result>(task: () => Promise<Result>): Promise<Result>;
}

export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(task) {
      const result = last.then(task);
      // The next task waits for this one to end, not for it to succeed.
      last = result.catch(() => undefined);
      return result;
    },
  };
}
