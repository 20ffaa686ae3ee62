import { layoutParent } from '../page/flat-tree.ts';

/**
 * The boxes inside the page that scroll all of the elements. A box around one of them alone, such as a tile that cuts
 * off the corners of its picture, moves nothing.
 */
export function sharedScrollers(elements: readonly Element[]): Element[] {
  const [first = [], ...others] = elements.map(scrollersOf);
  return first.filter((scroller) => others.every((scrollers) => scrollers.includes(scroller)));
}

function scrollersOf(element: Element): Element[] {
  const scrollers: Element[] = [];
  for (let above = layoutParent(element); above; above = layoutParent(above)) {
    if (above === document.body || above === document.documentElement) break;
    if (getComputedStyle(above).overflow !== 'visible') scrollers.push(above);
  }
  return scrollers;
}

/** The part of the screen that all of them leave free; undefined without any. */
export function clipOf(scrollers: readonly Element[]): DOMRectReadOnly | undefined {
  if (scrollers.length === 0) return undefined;
  let [left, top, right, bottom] = [0, 0, innerWidth, innerHeight];
  for (const scroller of scrollers) {
    const rect = scroller.getBoundingClientRect();
    left = Math.max(left, rect.left);
    top = Math.max(top, rect.top);
    right = Math.min(right, rect.right);
    bottom = Math.min(bottom, rect.bottom);
  }
  return new DOMRectReadOnly(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}
