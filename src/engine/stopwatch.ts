/** Returns a function that tells the milliseconds since its last call, or since the start. */
export function startStopwatch(now: () => number): () => number {
  let last = now();
  return () => {
    const from = last;
    last = now();
    return last - from;
  };
}
