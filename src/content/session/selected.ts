import type { Tile } from '../page/tile.ts';
import { tileRoot } from './tile-root.ts';

/** Class names by which pages mark what is chosen. */
const CHOSEN_CLASS =
  /^(?:.*[-_])?(?:is)?(?:selected|select|checked|chosen|picked|ticked|marked|active|on|sel|cur|current)$/i;
const CHOSEN_STATE = /^(?:true|selected|checked|on|active|chosen|1)$/i;
const STATE_ATTRIBUTES = [
  'aria-checked',
  'aria-pressed',
  'aria-selected',
  'data-selected',
  'data-checked',
  'data-state',
];

/** What an element says about being chosen: by its state, which is sure, or by its look. */
function saysChosen(element: Element): 'state' | 'look' | undefined {
  if (element instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(element.type)) {
    return element.checked ? 'state' : undefined;
  }
  if (element instanceof HTMLLabelElement && element.control instanceof HTMLInputElement) {
    if (element.control.checked) return 'state';
  }
  if (STATE_ATTRIBUTES.some((name) => CHOSEN_STATE.test(element.getAttribute(name) ?? ''))) return 'state';
  return [...element.classList].some((name) => CHOSEN_CLASS.test(name)) ? 'look' : undefined;
}

function chosenBy(root: Element | undefined): 'state' | 'look' | undefined {
  if (!root) return undefined;
  const says = [root, ...root.querySelectorAll('*')].map(saysChosen);
  return says.includes('state') ? 'state' : says.find((word) => word !== undefined);
}

/**
 * Which tiles are chosen already, by their state or by a class that their siblings lack: a second click would take
 * the choice back.
 */
export function selectedTiles(tiles: readonly Tile[]): readonly boolean[] {
  const chosen = tiles.map((tile) => chosenBy(tileRoot(tile, tiles)));
  const looks = chosen.filter((by) => by === 'look').length;
  // A class that every tile has, such as "active", says nothing of one of them.
  const looksTell = looks < tiles.length;
  return chosen.map((by) => by === 'state' || (by === 'look' && looksTell));
}
