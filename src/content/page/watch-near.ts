import { innermostAround } from './around-tiles.ts';
import { bringsPictures } from './brings-pictures.ts';
import { layoutParent } from './flat-tree.ts';
import { isMass } from './mass.ts';
import type { Tile } from './tile.ts';

/** An element of more is no card of a grid but a part of the page. */
const MOST_ELEMENTS = 300;

/** Follows what changes at grids, whatever else changes on the page. */
export interface NearWatch {
  /** From now on these grids, and no others. */
  readonly follow: (grids: readonly (readonly Tile[])[]) => void;
  readonly stop: () => void;
}

/**
 * @param onNear told of changes among the tiles of a grid and beside it; whether they may bring more tiles
 * @param onAbove told that something in which a grid lies may show or hide it
 */
export function createNearWatch(
  attributeFilter: readonly string[],
  onNear: (brings: boolean) => void,
  onAbove: () => void,
): NearWatch {
  const filter = [...attributeFilter];
  const within = new MutationObserver((records) => onNear(isMass(records) || bringsPictures(records)));
  /** Of a large part of the page only what it gains as a child may belong to a grid in it. */
  const beside = new MutationObserver((records) => {
    if (isMass(records) || bringsPictures(records)) onNear(true);
  });
  const above = new MutationObserver(onAbove);
  let followed: readonly Element[] = [];

  function observe(tiles: readonly Tile[]): void {
    const inner = innermostAround(tiles);
    const deep = { childList: true, subtree: true, attributeFilter: filter };
    const outer = layoutParent(inner);
    if (inner === document.body) {
      for (const { element } of tiles) if (element) within.observe(element, deep);
    } else within.observe(inner, deep);
    const wide = inner === document.body ? inner : outer;
    if (wide) {
      const isCard = wide !== document.body && wide.getElementsByTagName('*').length <= MOST_ELEMENTS;
      if (isCard) within.observe(wide, deep);
      else beside.observe(wide, { childList: true });
    }
    for (let each: Element | undefined = outer; each; each = layoutParent(each)) {
      above.observe(each, { attributeFilter: filter });
    }
  }

  function stop(): void {
    within.disconnect();
    beside.disconnect();
    above.disconnect();
  }

  return {
    follow(grids) {
      const now = grids.flatMap((tiles) => tiles.flatMap(({ element }) => element ?? []));
      if (now.length === followed.length && now.every((element, index) => element === followed[index]))
        return;
      followed = now;
      stop();
      for (const tiles of grids) observe(tiles);
    },
    stop,
  };
}
