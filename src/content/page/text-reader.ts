import { changedBlocks } from './changed-blocks.ts';
import { findShadowRoot } from './flat-tree.ts';
import { isLeaf, labelRun, leafRun, SPEAKS_WITHOUT_TEXT, textRuns, type TextRun } from './text-runs.ts';

type OnRun = (run: TextRun, next: TextRun | undefined) => void;

/** Reads the texts of a page piece by piece: all at first, then what mutations add or rewrite. */
export interface TextReader {
  /** Takes in mutations; costs the same however many they are. */
  readonly note: (records: readonly MutationRecord[]) => void;
  readonly noteAll: () => void;
  /** All under a node is to be read again. */
  readonly noteNode: (node: Node) => void;
  /** Shadow roots are to be looked for under a node, of which no mutation tells. */
  readonly noteHosts: (node: Node) => void;
  /** Reads what was noted for a few milliseconds; true when all is read. */
  readonly read: (onRun: OnRun) => boolean;
}

/** Milliseconds of script in one go; the rest waits for the next idle moment. */
const SLICE = 8;
/** One look at the clock for this many nodes. */
const NODES_A_LOOK = 64;
/** Mutations between two looks of which each is looked at; of more, the page is read as a whole. */
const MOST_MUTATIONS = 10_000;
/** Plain elements without children that are asked for a closed root in one search; a page has a few, or thousands. */
const MOST_ASKED = 500;
/** Changed places that are searched for shadow roots and labels at once; what is made in masses hardly has any. */
const MOST_SEARCHED = 16;

/** @param onRoot told of every shadow root that is met, more than once; says whether to read it */
export function createTextReader(onRoot: (root: ShadowRoot) => boolean): TextReader {
  const noted = new Set<Node>();
  const unsearched = new Set<Node>();
  let changes: (readonly MutationRecord[])[] = [];
  let changed = 0;
  let reading: Iterator<TextRun | undefined> | undefined;
  let before: TextRun | undefined;

  function take(): Node | undefined {
    for (const node of noted) {
      noted.delete(node);
      if (node.isConnected) return node;
    }
    return undefined;
  }

  function noteAll(): void {
    changes = [];
    changed = 0;
    noted.add(document);
    unsearched.add(document);
  }

  /** Shadow roots, labels and fields, which are not in the text of what is around them. */
  function search(top: Node, tell: (run: TextRun) => void): void {
    if (!(top instanceof Element || top instanceof Document || top instanceof ShadowRoot)) return;
    const speaking = [...top.querySelectorAll(SPEAKS_WITHOUT_TEXT)];
    let asked = 0;
    for (const element of top instanceof Element ? [top, ...speaking] : speaking) {
      const isPlain = !element.localName.includes('-');
      if (isPlain) asked += 1;
      const root = isPlain && asked > MOST_ASKED ? element.shadowRoot : findShadowRoot(element);
      if (root && onRoot(root)) {
        noted.add(root);
        unsearched.add(root);
      }
      const label = labelRun(element);
      if (label) tell(label);
    }
  }

  function sift(): void {
    const { blocks, asking } = changedBlocks(changes);
    changes = [];
    changed = 0;
    if (blocks.length <= MOST_SEARCHED) for (const block of blocks) unsearched.add(block);
    for (const block of asking) noted.add(block);
  }

  return {
    note(records) {
      changes.push(records);
      changed += records.length;
      if (changed > MOST_MUTATIONS) noteAll();
    },
    noteAll,
    noteNode: (node) => void noted.add(node),
    noteHosts: (node) => void unsearched.add(node),
    read(onRun) {
      const until = performance.now() + SLICE;
      // A run is told once it is known what comes after it.
      const tell = (run: TextRun | undefined): void => {
        if (before) onRun(before, run?.texts.length ? run : undefined);
        before = run;
      };
      if (changes.length > 0) sift();
      // A set takes in what is added on the way: shadow roots within shadow roots.
      for (const top of unsearched) search(top, tell);
      unsearched.clear();
      for (let count = 1; ; count += 1) {
        if (count % NODES_A_LOOK === 0 && performance.now() > until) return false;
        if (!reading) {
          const node = take();
          if (node instanceof Element && isLeaf(node)) {
            const run = leafRun(node);
            if (run) tell(run);
          } else if (node) reading = textRuns(node);
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
