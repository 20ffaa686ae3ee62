/** Runs an event handler's work; what goes wrong is said once, in the worker's console. */
export function report(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error('Tilewise:', error));
}
