import { addressOf } from '../picture/picture-state.ts';
import type { TileImage } from '../../shared/protocol.ts';
import type { FoundGrid } from './found-grid.ts';
import { isSamePlace, linesByTiles, pixelsOf, requestIn, type LineByTiles } from './drawn-question.ts';

/** Milliseconds from a change of the page to the look at it, and between the first looks. */
const CALM = 400;
const FIRST_LOOKS = [700, 1_600, 3_500];
/** Looks without a find after which only the person's own wish is worth another. */
const MOST_LOOKS = 12;
/** Pictures read on one page; one that shows other pictures all the time is no question. */
const MOST_READ = 6;

export interface DrawnWatch {
  /** Takes what is found by texts, before which nothing drawn counts, and tells it with what is drawn. */
  readonly take: (grids: readonly FoundGrid[], milliseconds: number) => void;
  readonly stop: () => void;
}

/**
 * Finds questions that are drawn as a picture beside their tiles. Looks only while no question in words has been
 * found, reads a picture only where it has the shape of a line and tiles lie by it, and each picture once.
 *
 * @param read lines of text in a picture; rejects when they cannot be read
 */
export function watchDrawn(
  read: (image: TileImage) => Promise<readonly string[]>,
  onFound: (grids: readonly FoundGrid[], milliseconds: number) => void,
  onError: (error: unknown) => void,
): DrawnWatch {
  /** The address that a picture had when it was read. */
  const tried = new WeakMap<Element, string>();
  let byText: readonly FoundGrid[] = [];
  let drawn: { readonly found: FoundGrid; readonly line: LineByTiles } | undefined;
  let reads = 0;
  let looks = 0;
  let isBusy = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((records) => {
    // A question in words counts before one that is drawn.
    if (byText.length > 0) return;
    if (records.some(({ type, addedNodes }) => type === 'attributes' || addedNodes.length > 0)) lookSoon();
  });
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['src', 'style'] });
  const first = FIRST_LOOKS.map((wait) => setTimeout(lookNow, wait));

  function lookSoon(): void {
    if (looks >= MOST_LOOKS && !drawn) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      lookNow();
    }, CALM);
  }

  function lookNow(): void {
    if (isBusy || isStopped) return;
    isBusy = true;
    look()
      .catch(onError)
      .finally(() => {
        isBusy = false;
      });
  }

  function forgetGone(): void {
    if (!drawn) return;
    const { line } = drawn;
    const isThere =
      byText.length === 0 &&
      isSamePlace(line.asking.element) &&
      tried.get(line.asking.element) === addressOf(line.picture);
    if (isThere) return;
    drawn = undefined;
    onFound(byText, 0);
  }

  async function look(): Promise<void> {
    forgetGone();
    if (drawn || byText.length > 0 || reads >= MOST_READ) return;
    looks += 1;
    const start = performance.now();
    const lines = linesByTiles((element) => tried.has(element) && !isChanged(element));
    for (const line of lines) {
      const { element } = line.asking;
      const image = await pixelsOf(element, line.picture);
      if (!image) continue;
      tried.set(element, addressOf(line.picture));
      reads += 1;
      const request = requestIn(await read(image), element);
      if (!request || isStopped || byText.length > 0 || !element.isConnected) continue;
      const { rows, columns, tiles } = line.grid;
      drawn = { found: { asking: { ...line.asking, ...request }, rows, columns, tiles }, line };
      onFound([drawn.found], performance.now() - start);
      return;
    }
  }

  function isChanged(element: Element): boolean {
    return element instanceof HTMLImageElement && tried.get(element) !== (element.currentSrc || element.src);
  }

  return {
    take(grids, milliseconds) {
      byText = grids;
      if (grids.length > 0) drawn = undefined;
      else lookSoon();
      onFound(drawn ? [drawn.found] : grids, milliseconds);
    },
    stop() {
      isStopped = true;
      observer.disconnect();
      clearTimeout(timer);
      for (const each of first) clearTimeout(each);
    },
  };
}
