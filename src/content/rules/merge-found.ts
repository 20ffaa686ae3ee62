import type { FoundGrid } from '../page/found-grid.ts';

/** What the rules found, and what geometry found besides: the person's word counts where both speak of the same. */
export function mergeFound(byRules: readonly FoundGrid[], byGeometry: readonly FoundGrid[]): FoundGrid[] {
  return [...byRules, ...byGeometry.filter((grid) => !byRules.some((rule) => overlaps(rule, grid)))];
}

function overlaps(a: FoundGrid, b: FoundGrid): boolean {
  return (
    isOneInOther(a.asking.element, b.asking.element) || b.tiles.some((tile) => sharesTile(a, tile.elements))
  );
}

function sharesTile({ tiles }: FoundGrid, elements: readonly Element[]): boolean {
  return tiles.some((tile) =>
    tile.elements.some((own) => elements.some((other) => isOneInOther(own, other))),
  );
}

function isOneInOther(a: Element, b: Element): boolean {
  return a.contains(b) || b.contains(a);
}
