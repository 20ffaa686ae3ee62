import { isPicture, kindRank, type Box, type Grid, type Slot } from './box.ts';
import { areaOf, boundsOf, isMeasurable, length, withinShape } from './shape.ts';

/** More pictures than this are a gallery. */
const MOST = 12;
/** Pictures to be clicked in order are of one size, give or take; the largest area through the smallest. */
const SIZES = 1.8;
/** CSS pixels; less is an icon. */
const LEAST_SIDE = 28;
/** Centres nearer than this part of a side are one place. */
const SAME_PLACE = 0.3;
/** Pictures whose middles lie this near, in sides, lie on each other: a heap and no choice. */
const APART = 0.6;

/** One place for each picture, whatever lies on it. */
function placesOf(boxes: readonly Box[]): Slot[] {
  const slots: { boxes: Box[]; shape: Box['shape'] }[] = [];
  for (const box of boxes.toSorted((a, b) => kindRank(a.kind) - kindRank(b.kind))) {
    const same = slots.find(({ shape }) => {
      const { x, y } = withinShape(shape, box.shape.centre);
      return Math.hypot(x, y) < SAME_PLACE;
    });
    if (same) same.boxes.push(box);
    else slots.push({ boxes: [box], shape: box.shape });
  }
  return slots;
}

function isHeap(slots: readonly Slot[]): boolean {
  return slots.some(({ shape }, index) =>
    slots.slice(index + 1).some((other) => {
      const { x, y } = withinShape(shape, other.shape.centre);
      return Math.max(Math.abs(x), Math.abs(y)) < APART;
    }),
  );
}

function byReading(a: Slot, b: Slot): number {
  const [first, second] = [boundsOf(a.shape), boundsOf(b.shape)];
  return first.left - second.left || first.top - second.top;
}

/**
 * Pictures of about one size that lie about in no lattice, each of which could be clicked: as one row, from the left.
 * Only for a question that names several of them one by one; undefined where there are fewer than `least`, or too many
 * to be a question.
 */
export function findScatter(boxes: readonly Box[], least: number): Grid | undefined {
  const pictures = boxes.filter(
    ({ kind, shape }) =>
      isPicture(kind) &&
      isMeasurable(shape) &&
      Math.min(length(shape.across), length(shape.down)) >= LEAST_SIDE,
  );
  const sizes = pictures.toSorted((a, b) => areaOf(a.shape) - areaOf(b.shape));
  const groups = sizes.map((smallest) =>
    placesOf(
      sizes.filter(({ shape }) => {
        const times = areaOf(shape) / areaOf(smallest.shape);
        return times >= 1 && times <= SIZES;
      }),
    ),
  );
  const [largest] = groups.toSorted((a, b) => b.length - a.length);
  if (!largest || largest.length < least || largest.length > MOST || isHeap(largest)) return undefined;
  const slots = largest.toSorted(byReading);
  return { rows: 1, columns: slots.length, slots };
}
