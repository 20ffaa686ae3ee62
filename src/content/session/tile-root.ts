import { layoutParent } from '../page/flat-tree.ts';
import type { Tile } from '../page/tile.ts';

/** A list item, its button, its label: no page wraps a tile deeper. */
const MAX_LEVELS = 6;

/** Whether an element holds another, through shadow roots too. */
export function holds(outer: Element, inner: Element): boolean {
  for (let element: Element | undefined = inner; element; element = layoutParent(element)) {
    if (element === outer) return true;
  }
  return false;
}

/** The outermost element that belongs to this tile alone. Undefined for a hole, and for a part of one picture. */
export function tileRoot(tile: Tile, tiles: readonly Tile[]): Element | undefined {
  if (!tile.element || tile.part) return undefined;
  const others = tiles.flatMap((other) => (other !== tile && other.element ? [other.element] : []));
  let root = tile.element;
  for (let level = 0; level < MAX_LEVELS; level += 1) {
    const above = layoutParent(root);
    if (!above || others.some((other) => holds(above, other))) break;
    root = above;
  }
  return root;
}
