import { layoutParent } from './flat-tree.ts';
import type { Tile } from './tile.ts';

/** The innermost element in which tiles lie. */
export function innermostAround(tiles: readonly Tile[]): Element {
  const elements = tiles.flatMap(({ element }) => element ?? []);
  let around: Element = elements[0] ?? document.body;
  while (around !== document.body && !elements.every((element) => around.contains(element))) {
    around = layoutParent(around) ?? document.body;
  }
  return around;
}

/** The element in which tiles lie, and one level more: a list of rows, the card of a list. */
export function aroundTiles(tiles: readonly Tile[]): Element {
  const around = innermostAround(tiles);
  return layoutParent(around) ?? around;
}
