import { layoutParent } from './flat-tree.ts';
import { isWithin, type ShownQuestion } from './shown-question.ts';
import type { Tile } from './tile.ts';

function letsThrough(element: Element): boolean {
  return getComputedStyle(element).pointerEvents === 'none';
}

function hitAt(element: Element): Element | null {
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode();
  const from = root instanceof ShadowRoot ? root : document;
  return from.elementFromPoint(left + width / 2, top + height / 2);
}

/**
 * A press on any tile goes through to what the question lies in as well: previews and pictures of a component. Cells and
 * panes of glass over pictures that let presses through are there to be pressed, and the board itself may be.
 */
export function isUntouchable({ board, whole, pictures }: ShownQuestion): boolean {
  if (whole.closest('[inert]')) return true;
  let catches: Element | undefined = board;
  while (catches && letsThrough(catches)) catches = layoutParent(catches);
  if (!catches || !isWithin(whole, catches)) return false;
  if (catches === board || ![...board.querySelectorAll('*')].every(letsThrough)) return false;
  // What is scrolled out of sight cannot be asked what lies over it.
  const hits = pictures.flatMap((picture) => hitAt(picture) ?? []);
  return hits.length > 0 && hits.every((hit) => isWithin(whole, hit));
}

/** The button that the tile is, or the box that it ticks, cannot be used. */
export function isOff({ elements }: Tile): boolean {
  return elements.some((element) => {
    const control = element.closest('button,input,label');
    const used = control instanceof HTMLLabelElement ? control.control : control;
    return used?.matches(':disabled');
  });
}

/** What a press on the tile leads to, if not to a place on this very page. */
function leadsTo({ element, picture }: Tile): string | undefined {
  const link = (picture?.element ?? element)?.closest('a[href]');
  if (!(link instanceof HTMLAnchorElement) || !/^(?:https?|file):$/.test(link.protocol)) return undefined;
  const here = new URL(document.baseURI);
  // Without script, a tile may well be a link to this address with its number in the query.
  return link.host === here.host && link.pathname === here.pathname ? undefined : link.href;
}

function isEnlarged({ element, picture }: Tile): boolean {
  const pressed = picture?.element ?? element;
  return pressed !== undefined && getComputedStyle(pressed).cursor === 'zoom-in';
}

/** Galleries and light boxes: each picture leads to a page of its own, or is shown in large. */
export function isGallery(tiles: readonly Tile[]): boolean {
  const there = tiles.filter(({ element }) => element);
  const places = new Set(there.map(leadsTo));
  return there.every(isEnlarged) || (places.size > 1 && !places.has(undefined));
}
