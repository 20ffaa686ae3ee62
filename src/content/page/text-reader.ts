import { blockOf, isInline, isLeaf, leafRun, textRuns, type TextRun } from './text-runs.ts';

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
    const isText = node.nodeType === Node.TEXT_NODE;
    if (!isText && !(node instanceof Element && node.isConnected)) return;
    const block = isText || (node instanceof Element && isInline(node)) ? blockOf(node) : undefined;
    noted.add(block ?? node);
  }

  function take(): Node | undefined {
    for (const node of noted) {
      noted.delete(node);
      if (node.isConnected) return node;
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
      // A run is told once it is known what comes after it.
      const tell = (run: TextRun | undefined): void => {
        if (before) onRun(before, run?.texts.length ? run : undefined);
        before = run;
      };
      for (let count = 1; ; count += 1) {
        if (count % NODES_A_LOOK === 0 && performance.now() > until) return false;
        if (!reading) {
          const node = take();
          if (node instanceof Element && isLeaf(node)) {
            const run = leafRun(node);
            if (run) tell(run);
          } else if (node) reading = textRuns(node, onRoot);
          else {
            tell(undefined);
            return true;
          }
          continue;
        }
        const { done, value } = reading.next();
        if (value) tell(value);
        if (!done) continue;
        reading = undefined;
      }
    },
  };
}
