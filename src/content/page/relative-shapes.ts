import { createMeasurer } from './measurer.ts';
import { tileShape, type Tile } from './tile.ts';

/** Sizes and places of tiles against the first one, in whole pixels: the same for as long as only scrolling moves them. */
export function relativeShapes(tiles: readonly Tile[]): string {
  const measure = createMeasurer();
  const shapes = tiles.map((tile) => tileShape(tile, measure));
  const origin = shapes.find((shape) => shape !== undefined)?.centre ?? { x: 0, y: 0 };
  return shapes
    .map((shape) => {
      if (!shape) return '';
      const { centre, across, down } = shape;
      const numbers = [centre.x - origin.x, centre.y - origin.y, across.x, across.y, down.x, down.y];
      return numbers.map(Math.round).join(' ');
    })
    .join();
}
