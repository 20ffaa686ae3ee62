interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface ReadingOrder {
  readonly rows: number;
  readonly columns: number;
  /** Indexes into the places given, row by row from the top left. */
  readonly places: readonly number[];
}

/** Orders what lies anywhere into rows; where the rows are of different lengths, all of it counts as one row. */
export function inReadingOrder(boxes: readonly Place[]): ReadingOrder {
  const rows: { middle: number; indexes: number[] }[] = [];
  const middle = ({ top, height }: Place): number => top + height / 2;
  const order = [...boxes.entries()].toSorted(([, a], [, b]) => middle(a) - middle(b));
  for (const [index, box] of order) {
    const row = rows.at(-1);
    // Half a tile: a row's tiles may be a little apart, two rows never this near.
    if (row && middle(box) - row.middle < box.height / 2) row.indexes.push(index);
    else rows.push({ middle: middle(box), indexes: [index] });
  }
  const left = (index: number): number => boxes[index]?.left ?? 0;
  const places = rows.flatMap(({ indexes }) => indexes.toSorted((a, b) => left(a) - left(b)));
  const columns = rows[0]?.indexes.length ?? 0;
  const isLattice = rows.every(({ indexes }) => indexes.length === columns);
  return isLattice ? { rows: rows.length, columns, places } : { rows: 1, columns: boxes.length, places };
}
