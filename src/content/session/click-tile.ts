import { boundsOf, type Vector } from '../../grid/shape.ts';
import { elementAt } from '../page/element-at.ts';
import { tileShape, type Tile } from '../page/tile.ts';
import { holds, tileRoot } from './tile-root.ts';

/** What the person's pointer would hit, unless something that is not of the tile lies over it. */
function targetOf(tile: Tile, tiles: readonly Tile[], point: Vector): Element | undefined {
  const root = tileRoot(tile, tiles) ?? tile.element;
  const hit = elementAt(point);
  const isOfTile = hit && root && tile.element && (holds(root, hit) || holds(hit, tile.element));
  return isOfTile ? hit : tile.element;
}

/**
 * One ordinary click in the middle of a tile. Focus stays where it is.
 *
 * @returns false when the tile is gone
 */
export function clickTile(tile: Tile, tiles: readonly Tile[]): boolean {
  let shape = tileShape(tile);
  if (!shape) return false;
  const { left, top, right, bottom } = boundsOf(shape);
  if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) {
    tile.element?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    shape = tileShape(tile) ?? shape;
  }
  const target = targetOf(tile, tiles, shape.centre);
  if (!target) return false;
  const { x: clientX, y: clientY } = shape.centre;
  const init = {
    bubbles: true,
    cancelable: true,
    composed: true,
    view: window,
    detail: 1,
    clientX,
    clientY,
    button: 0,
  };
  const pointer = { ...init, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  target.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  target.dispatchEvent(new MouseEvent('mousedown', { ...init, buttons: 1 }));
  target.dispatchEvent(new PointerEvent('pointerup', pointer));
  target.dispatchEvent(new MouseEvent('mouseup', init));
  target.dispatchEvent(new PointerEvent('click', pointer));
  return true;
}
