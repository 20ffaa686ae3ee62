import { changedBlocks } from './changed-blocks.ts';
import { findShadowRoot } from './flat-tree.ts';
import { MASS } from './mass.ts';
import { createNewSigns } from './new-signs.ts';
import { isLeaf, labelRun, leafRun, SPEAKS_WITHOUT_TEXT, textRuns, type TextRun } from './text-runs.ts';

/** Says whether more is worth reading. */
type OnRun = (run: TextRun, next: TextRun | undefined) => boolean;

/** Reads the texts of a page piece by piece: all at first, then what mutations add or rewrite. */
export interface TextReader {
  /** Takes in mutations; costs the same however many they are. */
  readonly note: (records: readonly MutationRecord[]) => void;
  readonly noteAll: () => void;
  /** Something that was read before may be there anew, in another place. */
  readonly forget: () => void;
  /** All under a node is to be read again. */
  readonly noteNode: (node: Node) => void;
  /** Shadow roots are to be looked for under a node, of which no mutation tells. */
  readonly noteHosts: (node: Node) => void;
  /** Reads what was noted for a few milliseconds. */
  readonly read: (onRun: OnRun) => Reading;
}

/** How a reading went. */
export interface Reading {
  /** All that was noted has been read. */
  readonly isDone: boolean;
  /** Milliseconds that a look at the whole page took, where changes came in masses. */
  readonly massLook: number;
  /** Milliseconds that the search for shadow roots took. */
  readonly search: number;
}

/** Milliseconds of script in one go; the rest waits for the next idle moment. */
const SLICE = 8;
/** One look at the clock for this many nodes. */
const NODES_A_LOOK = 64;
/** Elements that are asked for a closed root in one search, besides custom ones; a page has a few, or thousands. */
const MOST_ASKED = 500;

/**
 * @param roots the document and the shadow roots that are read
 * @param onRoot told of every shadow root that is met, more than once; says whether to read it
 * @param withNext a run is told once it is known what comes after it, and not at once
 */
export function createTextReader(
  roots: Iterable<Node>,
  onRoot: (root: ShadowRoot) => boolean,
  withNext: boolean,
): TextReader {
  const signs = createNewSigns();
  const noted = new Set<Node>();
  const unsearched = new Set<Node>();
  let changes: (readonly MutationRecord[])[] = [];
  let changed = 0;
  /** More has changed than is looked at place by place. */
  let isMass = false;
  let reading: Iterator<TextRun | undefined> | undefined;
  let before: TextRun | undefined;

  function take(): Node | undefined {
    for (const node of noted) {
      noted.delete(node);
      if (node === document) signs.learn(roots);
      if (node.isConnected) return node;
    }
    return undefined;
  }

  function drop(): void {
    changes = [];
    changed = 0;
  }

  /** Leaves what is still to be read. */
  function drain(): void {
    noted.clear();
    reading = undefined;
    before = undefined;
  }

  function noteAll(): void {
    drop();
    isMass = false;
    noted.add(document);
    unsearched.add(document);
  }

  /** Shadow roots, labels and fields, which are not in the text of what is around them. */
  function searchIn(top: Node, tell: (run: TextRun) => void): void {
    if (!(top instanceof Element || top instanceof Document || top instanceof ShadowRoot)) return;
    const hosts = [...(top instanceof Element ? [top] : []), ...top.querySelectorAll(SPEAKS_WITHOUT_TEXT)];
    let asked = 0;
    for (const element of hosts) {
      asked += 1;
      // Of the many only what costs little: a plain element without children hardly ever is a host.
      const isRare = asked <= MOST_ASKED || element.localName.includes('-');
      const root = isRare ? findShadowRoot(element) : element.shadowRoot;
      if (root && onRoot(root)) {
        noted.add(root);
        unsearched.add(root);
      }
      const label = labelRun(element);
      if (label) tell(label);
    }
  }

  /** Milliseconds. */
  function searchNoted(tell: (run: TextRun) => void): number {
    const start = performance.now();
    // A set takes in what is added on the way: shadow roots within shadow roots.
    for (const top of unsearched) searchIn(top, tell);
    unsearched.clear();
    return performance.now() - start;
  }

  function sift(): void {
    const changedNow = changedBlocks(changes);
    drop();
    isMass = changedNow.isMass;
    for (const block of changedNow.blocks) unsearched.add(block);
    for (const block of changedNow.asking) noted.add(block);
  }

  /** Milliseconds. */
  function lookAtMass(): number {
    const start = performance.now();
    const { blocks, isAll } = signs.find(roots);
    isMass = !isAll;
    for (const block of blocks) {
      noted.add(block);
      unsearched.add(block);
    }
    return performance.now() - start;
  }

  return {
    note(records) {
      // What is still to be read as a whole is read as it is then.
      if (isMass || noted.has(document)) return;
      changes.push(records);
      changed += records.length;
      if (changed <= MASS) return;
      drop();
      isMass = true;
    },
    noteAll,
    forget() {
      signs.forget();
      drop();
      isMass = true;
    },
    noteNode: (node) => void noted.add(node),
    noteHosts: (node) => void unsearched.add(node),
    read(onRun) {
      const until = performance.now() + SLICE;
      const tell = (run: TextRun | undefined): void => {
        const told = withNext ? before : run;
        before = run;
        if (told && !onRun(told, withNext && run?.texts.length ? run : undefined)) drain();
      };
      if (changes.length > 0) sift();
      const massLook = isMass ? lookAtMass() : 0;
      const search = unsearched.size > 0 ? searchNoted(tell) : 0;
      for (let count = 1; ; count += 1) {
        if (count % NODES_A_LOOK === 0 && performance.now() > until)
          return { isDone: false, massLook, search };
        if (!reading) {
          const node = take();
          if (node instanceof Element && isLeaf(node)) {
            const run = leafRun(node);
            if (run) tell(run);
          } else if (node) reading = textRuns(node);
          else {
            tell(undefined);
            return { isDone: !isMass, massLook, search };
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
