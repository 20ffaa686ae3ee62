import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds between two looks. */
const INTERVAL = 50;

/**
 * The first value that is not undefined, looked for again and again; undefined when there is none within `timeout`
 * milliseconds.
 */
export async function pollUntil<T>(
  look: () => Promise<T | undefined>,
  timeout: number,
): Promise<T | undefined> {
  const end = performance.now() + timeout;
  do {
    const value = await look();
    if (value !== undefined) return value;
    await delay(INTERVAL);
  } while (performance.now() < end);
  return undefined;
}
