import type { Vector } from '../../grid/shape.ts';
import { findShadowRoot } from './flat-tree.ts';

/** The innermost element that a pointer would hit there, in shadow roots too. CSS pixels of the viewport. */
export function elementAt({ x, y }: Vector): Element | undefined {
  let root: Document | ShadowRoot | undefined = document;
  let found: Element | undefined;
  while (root) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
    root = findShadowRoot(found);
  }
  return found;
}
