import { createTextWatch } from '../page/text-watch.ts';

/** Milliseconds of script in one go; the rest waits for the next idle moment. */
const SLICE = 8;
/** Changes of so many milliseconds are read together. */
const COALESCE = 40;
/** Milliseconds that reading may wait for an idle moment. */
const IDLE_LIMIT = 250;
/** After these milliseconds all texts are read once more: shadow roots attached late are told by no event. */
const READ_AGAIN = [1_000, 3_000];

/**
 * Reads the texts of a page, and what changes of them, until one of them asks for pictures; then tells so once and
 * reads no more.
 *
 * @returns stops the reading
 */
export function watchTexts(onQuestion: () => void): () => void {
  const observer = new MutationObserver((records) => {
    texts.note(records);
    schedule(COALESCE);
  });
  const roots = new Set<Node>();
  const texts = createTextWatch(observe);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  function observe(root: Node): void {
    if (roots.has(root)) return;
    roots.add(root);
    observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  function schedule(milliseconds: number): void {
    if (isStopped) return;
    timer ??= setTimeout(() => {
      requestIdleCallback(read, { timeout: IDLE_LIMIT });
    }, milliseconds);
  }

  function read(): void {
    timer = undefined;
    if (isStopped) return;
    const start = performance.now();
    const isAllRead = texts.read(() => performance.now() - start < SLICE);
    if (texts.questions().length > 0) {
      stop();
      onQuestion();
    } else if (!isAllRead) schedule(0);
  }

  function readAll(): void {
    texts.noteAll();
    schedule(0);
  }

  const again = READ_AGAIN.map((milliseconds) => setTimeout(readAll, milliseconds));
  observe(document);
  readAll();

  function stop(): void {
    isStopped = true;
    observer.disconnect();
    for (const each of [timer, ...again]) clearTimeout(each);
  }
  return stop;
}
