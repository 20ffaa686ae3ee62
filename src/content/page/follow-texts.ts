import { forgetShadowRoots } from './flat-tree.ts';
import { createTextReader } from './text-reader.ts';
import type { TextRun } from './text-runs.ts';

export interface TextListener {
  /** A run of texts that is new, or may have changed. */
  readonly onRun: (run: TextRun, next: TextRun | undefined) => void;
  /** All that was to be read has been read. */
  readonly onRead?: () => void;
  readonly onMutations?: (records: readonly MutationRecord[]) => void;
  /** Nodes of our own, which are passed over; none where nothing is given. */
  readonly isOwn?: (node: Node) => boolean;
}

export interface TextFollower {
  /** Reads what is new after so many milliseconds, at the next idle moment; a sooner wish replaces a later one. */
  readonly readIn: (milliseconds: number) => void;
  /** Reads everything again. */
  readonly readAll: () => void;
  /** Reads all under a node again. */
  readonly readUnder: (node: Node) => void;
  /** From now on tells changes of these attributes too. */
  readonly observeAttributes: (names: readonly string[]) => void;
  readonly stop: () => void;
}

/** A look comes no sooner after a change, so that a burst of changes makes one look. Milliseconds. */
const COALESCE = 40;
/** How long a look may wait for an idle moment. Milliseconds. */
const IDLE_LIMIT = 250;
/** After these milliseconds shadow roots are looked for again: of those attached late no event tells. */
const SEARCH_AGAIN = [1_000, 3_000];
/** And so many after what was made in masses, which are not searched at once. */
const SEARCH_MASSES = 5_000;
/** Mutations that make a mass. */
const MASS = 16;

/** Follows the texts of a page, its shadow roots included, from the first to every later one. */
export function followTexts({ onRun, onRead, onMutations, isOwn }: TextListener): TextFollower {
  const roots = new Set<Node>();
  const observer = new MutationObserver(take);
  const reader = createTextReader((root) => {
    if (isOwn?.(root.host)) return false;
    watch(root);
    return true;
  });
  let attributeFilter: string[] | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let masses: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  let isStopped = false;

  function observe(root: Node): void {
    const texts = { childList: true, characterData: true, subtree: true };
    observer.observe(root, attributeFilter ? { ...texts, attributeFilter } : texts);
  }

  function watch(root: Node): void {
    if (roots.has(root)) return;
    roots.add(root);
    observe(root);
  }

  function take(records: MutationRecord[]): void {
    const foreign = isOwn
      ? records.filter(({ addedNodes, removedNodes }) => !isOwn(addedNodes[0] ?? removedNodes[0] ?? document))
      : records;
    if (foreign.length === 0) return;
    reader.note(foreign);
    onMutations?.(foreign);
    readIn(COALESCE);
    if (foreign.length > MASS) masses ??= setTimeout(searchAgain, SEARCH_MASSES);
  }

  function readIn(milliseconds: number): void {
    const wanted = performance.now() + milliseconds;
    if (isStopped || wanted >= due) return;
    clearTimeout(timer);
    due = wanted;
    timer = setTimeout(() => requestIdleCallback(read, { timeout: IDLE_LIMIT }), milliseconds);
  }

  function read(): void {
    due = Infinity;
    if (isStopped) return;
    if (reader.read(onRun)) onRead?.();
    else readIn(0);
  }

  function readAll(): void {
    reader.noteAll();
    readIn(0);
  }

  function searchAgain(): void {
    masses = undefined;
    forgetShadowRoots();
    for (const root of roots) reader.noteHosts(root);
    readIn(0);
  }

  function readUnder(node: Node): void {
    reader.noteNode(node);
    readIn(0);
  }

  watch(document);
  readAll();
  const again = SEARCH_AGAIN.map((milliseconds) => setTimeout(searchAgain, milliseconds));
  return {
    readIn,
    readAll,
    readUnder,
    observeAttributes(names) {
      attributeFilter = [...names];
      for (const root of roots) observe(root);
    },
    stop() {
      isStopped = true;
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(masses);
      for (const each of again) clearTimeout(each);
    },
  };
}
