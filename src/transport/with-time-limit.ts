const NAME = 'TimeLimitError';

export function isTimeLimitError(error: unknown): boolean {
  return error instanceof Error && error.name === NAME;
}

/**
 * The promise's own result, or a rejection by a TimeLimitError after `milliseconds`. The work itself goes on
 * unseen; who can stop it does so on the rejection.
 *
 * @param what what was waited for, as in "Scoring the grid took longer than 20 s."
 */
export function withTimeLimit<T>(promise: Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`${what} took longer than ${milliseconds / 1000} s.`);
      error.name = NAME;
      reject(error);
    }, milliseconds);
  });
  return Promise.race([promise, expired]).finally(() => clearTimeout(timer));
}
