import { isPicture, kindRank, type Box, type Grid, type Slot } from './box.ts';
import { fitRectangle, MAX_SIDE, type Rectangle } from './fit-rectangle.ts';
import { findLattices, latticeKey, type Lattice } from './lattice.ts';
import { findPlaces } from './places.ts';
import { areaOf, isMeasurable, length, withinShape, type Shape } from './shape.ts';
import { sizeGroups } from './size-groups.ts';

/** A grid and one extra element; more is a gallery. */
const MOST_PLACES = MAX_SIDE * MAX_SIDE + 1;
/** Cells must lie wholly over their picture, give or take a border, and cover most of it. */
const CELL_INSIDE = 0.52;
const CELLS_COVER = 0.5;
/** A hole is filled by a picture of another size (shrunk because it is selected) whose centre is this near. */
const HOLE_NEAR = 0.15;
const HOLE_SIZES = { least: 0.55, most: 1.2 } as const;

function holeShape(lattice: Lattice, row: number, column: number): Shape {
  const { right, down, width, height } = lattice.group;
  const x = lattice.origin.x + column * lattice.pitchX;
  const y = lattice.origin.y + row * lattice.pitchY;
  return {
    centre: { x: right.x * x + down.x * y, y: right.y * x + down.y * y },
    across: { x: right.x * width, y: right.y * width },
    down: { x: down.x * height, y: down.y * height },
  };
}

function fillHole(shape: Shape, boxes: readonly Box[]): Slot {
  const found = boxes.filter((box) => {
    if (!isPicture(box.kind) || !isMeasurable(box.shape)) return false;
    const { x, y } = withinShape(shape, box.shape.centre);
    const size = length(box.shape.across) / length(shape.across);
    return Math.hypot(x, y) < HOLE_NEAR && size > HOLE_SIZES.least && size < HOLE_SIZES.most;
  });
  return { boxes: found.toSorted((a, b) => kindRank(a.kind) - kindRank(b.kind)), shape };
}

function slotsOf(lattice: Lattice, part: Rectangle, boxes: readonly Box[]): Slot[] {
  const slots: Slot[] = [];
  for (let row = part.row; row < part.row + part.rows; row += 1) {
    for (let column = part.column; column < part.column + part.columns; column += 1) {
      const place = lattice.at.get(latticeKey(row, column));
      slots.push(place ?? fillHole(holeShape(lattice, row, column), boxes));
    }
  }
  return slots.map(({ boxes, shape }) => ({ boxes, shape }));
}

/** The smallest picture that all cells lie over and that they mostly cover. */
function pictureUnder(slots: readonly Slot[], pictures: readonly Box[]): Box | undefined {
  const covered = slots.reduce((sum, { shape }) => sum + areaOf(shape), 0);
  return pictures.find(
    ({ shape }) =>
      covered > areaOf(shape) * CELLS_COVER &&
      slots.every((slot) => {
        const { centre, across, down } = slot.shape;
        return [-0.5, 0.5].every((side) => {
          const corner = {
            x: centre.x + side * (across.x + down.x),
            y: centre.y + side * (across.y + down.y),
          };
          const { x, y } = withinShape(shape, corner);
          return Math.abs(x) <= CELL_INSIDE && Math.abs(y) <= CELL_INSIDE;
        });
      }),
  );
}

function hasPictures(slots: readonly Slot[], holes: number): boolean {
  const pictures = slots.filter(({ boxes }) => boxes.some(({ kind }) => kind !== 'cell'));
  return pictures.length >= slots.length - holes;
}

/**
 * Every grid that the boxes form: 2×2 to 5×5, or one row or column of 4 to 10; equal sizes, equal pitch, read as they
 * are seen on the screen. Grids of pictures come before grids of cells over one picture, which name it in `over`.
 * Time grows with the number of boxes times its logarithm, whatever they are.
 */
export function findGrids(boxes: readonly Box[]): Grid[] {
  const pictures = boxes
    .filter(({ kind, shape }) => isPicture(kind) && isMeasurable(shape))
    .toSorted((a, b) => areaOf(a.shape) - areaOf(b.shape));
  const grids = sizeGroups(boxes)
    .flatMap((group) => {
      const places = findPlaces(group);
      return places ? findLattices(places, MOST_PLACES) : [];
    })
    .flatMap((lattice): Grid[] => {
      const part = fitRectangle(lattice);
      if (!part) return [];
      const slots = slotsOf(lattice, part, boxes);
      const size = { rows: part.rows, columns: part.columns, slots };
      if (hasPictures(slots, part.holes)) return [size];
      const over = pictureUnder(slots, pictures);
      return over ? [{ ...size, over }] : [];
    });
  return grids.toSorted((a, b) => Number(a.over !== undefined) - Number(b.over !== undefined));
}
