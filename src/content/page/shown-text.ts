import { blockOf } from './text-runs.ts';
import { isShown } from './visible.ts';

/** CSS pixels: what is folded to less is not read. */
const FOLDED = 2;

function isFolded(element: Element, top: Element): boolean {
  for (let above: Element | null = element; above; above = above.parentElement) {
    const { width, height } = above.getBoundingClientRect();
    if ((width < FOLDED || height < FOLDED) && getComputedStyle(above).overflow !== 'visible') return true;
    if (above === top) return false;
  }
  return false;
}

/** Whether the words under an element, hidden ones too, are no more than so many characters; reads no more of them. */
export function isShort(top: Element, most: number): boolean {
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let node = walker.nextNode(); node && count <= most; node = walker.nextNode())
    count += (node.nodeValue?.trim().length ?? 0) + 1;
  return count <= most;
}

/** The words under an element that are to be seen now: not those of panels that are hidden, transparent or folded. */
export function shownText(top: Element): string {
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const [text, parent] = [node.nodeValue?.trim(), node.parentElement];
    if (text && parent && isShown(parent) && !isFolded(parent, top)) words.push(text);
  }
  return words.join(' ');
}

/** The words from the start of its block to the last text that is shown before a node. */
export function blockBefore(from: Node): string {
  const walker = document.createTreeWalker(from.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = from;
  for (let node = walker.previousNode(); node; node = walker.previousNode()) {
    const block = blockOf(node);
    if (!block || !node.nodeValue?.trim() || !isShown(node.parentElement ?? block)) continue;
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEndAfter(node);
    return range.toString().trim();
  }
  return '';
}
