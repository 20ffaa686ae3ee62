import { findShadowRoot } from './flat-tree.ts';
import { blockOf, isInline, textRuns, type TextRun } from './text-runs.ts';

/** Reads the texts of a page piece by piece: all at first, then what mutations add or rewrite. */
export interface TextReader {
  /** Takes in mutations; cheap, reads nothing. */
  readonly note: (records: readonly MutationRecord[]) => void;
  readonly noteAll: () => void;
  /** Reads what was noted for a few milliseconds; true when all is read. */
  readonly read: (onRun: (run: TextRun, next: TextRun | undefined) => void) => boolean;
}

/** Milliseconds of script in one go; the rest waits for the next idle moment. */
const SLICE = 8;
/** One look at the clock for this many nodes. */
const NODES_A_LOOK = 64;

/** @param onRoot told of every shadow root that is met, more than once; says whether to read it */
export function createTextReader(onRoot: (root: ShadowRoot) => boolean): TextReader {
  const noted = new Set<Node>();
  let reading: Iterator<TextRun | undefined> | undefined;
  let before: TextRun | undefined;

  function noteNode(node: Node): void {
    if (!(node instanceof Element || node instanceof Text)) return;
    const block = node instanceof Text || isInline(node) ? blockOf(node) : undefined;
    const whole = block ?? node;
    // An element without children or text, such as a spinner, has nothing to read; most mutations are that.
    const isEmpty =
      whole instanceof Element &&
      !whole.firstChild &&
      !whole.hasAttribute('aria-label') &&
      !findShadowRoot(whole);
    if (!isEmpty) noted.add(whole);
  }

  function next(): Iterator<TextRun | undefined> | undefined {
    for (const node of noted) {
      noted.delete(node);
      if (node.isConnected) return textRuns(node, onRoot);
    }
    return undefined;
  }

  return {
    note(records) {
      for (const { type, target, addedNodes } of records) {
        if (type === 'characterData') noteNode(target);
        for (const node of addedNodes) noteNode(node);
      }
    },
    noteAll: () => noted.add(document.body),
    read(onRun) {
      const until = performance.now() + SLICE;
      for (let count = 1; ; count += 1) {
        reading ??= next();
        const step = reading?.next();
        const run = step?.done === false ? step.value : undefined;
        // A run is told once it is known what comes after it.
        if (before && (run || !step || step.done)) onRun(before, run?.texts.length ? run : undefined);
        if (run || !step || step.done) before = run;
        if (!step) return true;
        if (step.done) reading = undefined;
        if (count % NODES_A_LOOK === 0 && performance.now() > until) return false;
      }
    },
  };
}
