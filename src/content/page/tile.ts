import type { Shape } from '../../grid/shape.ts';
import type { Picture } from '../picture/picture.ts';
import { createMeasurer, type Measurer } from './measurer.ts';
import { seenShape } from './seen-shape.ts';

/** A part of a picture, in units of its sides from its centre: -0.5 to 0.5. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One place of a grid on the page. */
export interface Tile {
  /** What is measured and outlined; undefined for a hole in the grid. */
  readonly element: Element | undefined;
  /** All elements that lie at this place: the picture, its button, its list item. */
  readonly elements: readonly Element[];
  readonly picture: Picture | undefined;
  /** Where the tile is only a part of the element, which has no cells of its own. */
  readonly part?: Part;
}

function partOf(shape: Shape, part: Part): Shape {
  const { across, down, centre } = shape;
  return {
    centre: {
      x: centre.x + across.x * part.x + down.x * part.y,
      y: centre.y + across.y * part.x + down.y * part.y,
    },
    across: { x: across.x * part.width, y: across.y * part.width },
    down: { x: down.x * part.height, y: down.y * part.height },
  };
}

/** Where a tile lies now; undefined when it is gone. */
export function tileShape(tile: Tile, measure: Measurer = createMeasurer()): Shape | undefined {
  if (!tile.element?.isConnected) return undefined;
  const shape = seenShape(tile.element, measure);
  return shape && tile.part ? partOf(shape, tile.part) : shape;
}
