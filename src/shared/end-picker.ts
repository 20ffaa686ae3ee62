declare global {
  /** Ends the picker that is at work in a frame; seen in this extension's isolated world only. */
  var tilewiseEndPicker: (() => void) | undefined;
}

/** Runs in a page. */
export function hasPicker(): boolean {
  return globalThis.tilewiseEndPicker !== undefined;
}

/** Runs in a page. */
export function endPicker(): void {
  globalThis.tilewiseEndPicker?.();
}
