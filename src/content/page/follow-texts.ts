import { forgetShadowRoots } from './flat-tree.ts';
import { isMass } from './mass.ts';
import { createSearchLater } from './search-later.ts';
import { createTextReader } from './text-reader.ts';
import type { TextRun } from './text-runs.ts';

export interface TextListener {
  /** A run of texts that is new, or may have changed; says whether more is worth reading. */
  readonly onRun: (run: TextRun, next: TextRun | undefined) => boolean;
  /** A run is told with the one after it, and so only once that is known. */
  readonly withNext: boolean;
  /** All that was to be read has been read; of masses of changes only what asks. */
  readonly onRead?: (isMass: boolean) => void;
  /** What has changed, of texts and elements, or of the observed attributes. */
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
  /** Something that was read before may be there anew, in another place. */
  readonly forget: () => void;
  /** From now on tells changes of these attributes too. */
  readonly observeAttributes: (names: readonly string[]) => void;
  readonly stop: () => void;
}

/** A look comes no sooner after a change, so that a burst of changes makes one look. Milliseconds. */
const COALESCE = 40;
/** How long a look may wait for an idle moment. Milliseconds. */
const IDLE_LIMIT = 250;
/** After a look at a mass of changes, which is at the whole page, comes a pause of so many times its length. */
const LOOK_PAUSE = 200;
const LONGEST_LOOK_PAUSE = 1_000;

/** Follows the texts of a page, its shadow roots included, from the first to every later one. */
export function followTexts({ onRun, withNext, onRead, onMutations, isOwn }: TextListener): TextFollower {
  const roots = new Set<Node>();
  const observer = new MutationObserver(take);
  /** Apart from texts, so that nothing of what attributes do in masses is read. */
  const attributes = new MutationObserver(takeAttributes);
  const reader = createTextReader(
    roots,
    (root) => {
      if (isOwn?.(root.host)) return false;
      watch(root);
      return true;
    },
    withNext,
  );
  let attributeFilter: string[] | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  let lookAfter = 0;
  /** What has changed since the last reading. */
  let changes: MutationRecord[][] = [];
  let isStopped = false;

  function observe(root: Node): void {
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    if (attributeFilter) attributes.observe(root, { attributeFilter, subtree: true });
  }

  function watch(root: Node): void {
    if (roots.has(root)) return;
    roots.add(root);
    observe(root);
  }

  function take(records: MutationRecord[]): void {
    const foreign =
      isOwn && !isMass(records)
        ? records.filter(
            ({ addedNodes, removedNodes }) => !isOwn(addedNodes[0] ?? removedNodes[0] ?? document),
          )
        : records;
    if (foreign.length === 0) return;
    reader.note(foreign);
    onMutations?.(foreign);
    changes.push(foreign);
    readIn(Math.max(COALESCE, lookAfter - performance.now()));
  }

  function takeAttributes(records: MutationRecord[]): void {
    onMutations?.(records);
    readIn(COALESCE);
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
    const { isDone, massLook, search } = reader.read(onRun);
    const pause = Math.min(LONGEST_LOOK_PAUSE, massLook * LOOK_PAUSE);
    lookAfter = performance.now() + pause;
    if (search > 0) later.searched(search);
    if (massLook > 0) later.afterMass(changes.flat());
    changes = [];
    if (isDone || massLook > 0) onRead?.(massLook > 0);
    if (!isDone) readIn(pause);
  }

  function readAll(): void {
    reader.noteAll();
    readIn(0);
  }

  function forget(): void {
    reader.forget();
    readIn(0);
  }

  function searchAgain(): void {
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
  const later = createSearchLater(searchAgain);
  return {
    readIn,
    readAll,
    readUnder,
    forget,
    observeAttributes(names) {
      attributeFilter = [...names];
      for (const root of roots) observe(root);
    },
    stop() {
      isStopped = true;
      observer.disconnect();
      attributes.disconnect();
      clearTimeout(timer);
      later.stop();
    },
  };
}
