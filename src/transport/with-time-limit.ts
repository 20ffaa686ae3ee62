import { faultError, faultOf } from '../shared/fault.ts';

export function isTimeLimitError(error: unknown): boolean {
  return faultOf(error) === 'slow';
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
      reject(faultError('slow', `${what} took longer than ${milliseconds / 1000} s.`));
    }, milliseconds);
  });
  return Promise.race([promise, expired]).finally(() => clearTimeout(timer));
}
