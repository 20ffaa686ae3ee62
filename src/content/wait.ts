/** Rejects with the signal's reason once it aborts; never resolves. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

export async function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await Promise.race([
      new Promise((resolve) => {
        timer = setTimeout(resolve, milliseconds);
      }),
      aborted(signal),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** A hidden tab draws no frames; a look every so often is enough there. Milliseconds. */
const HIDDEN_FRAME = 100;

export async function nextFrame(signal: AbortSignal): Promise<void> {
  await Promise.race([
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
    }),
    delay(HIDDEN_FRAME, signal),
  ]);
  signal.throwIfAborted();
}
