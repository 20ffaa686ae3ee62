export interface Vector {
  readonly x: number;
  readonly y: number;
}

/**
 * A rectangle as it lies on the screen after scaling, rotating or skewing: its centre and its two sides as full
 * vectors. CSS pixels of the viewport, y down.
 */
export interface Shape {
  readonly centre: Vector;
  readonly across: Vector;
  readonly down: Vector;
}

/** Upright bounds in CSS pixels of the viewport. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function uprightShape(left: number, top: number, width: number, height: number): Shape {
  return {
    centre: { x: left + width / 2, y: top + height / 2 },
    across: { x: width, y: 0 },
    down: { x: 0, y: height },
  };
}

export function length(vector: Vector): number {
  return Math.hypot(vector.x, vector.y);
}

export function areaOf(shape: Shape): number {
  return Math.abs(shape.across.x * shape.down.y - shape.across.y * shape.down.x);
}

export function boundsOf(shape: Shape): Bounds {
  const reachX = (Math.abs(shape.across.x) + Math.abs(shape.down.x)) / 2;
  const reachY = (Math.abs(shape.across.y) + Math.abs(shape.down.y)) / 2;
  const { x, y } = shape.centre;
  return { left: x - reachX, top: y - reachY, right: x + reachX, bottom: y + reachY };
}

export function unionOf(all: readonly Bounds[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const bounds of all) {
    left = Math.min(left, bounds.left);
    top = Math.min(top, bounds.top);
    right = Math.max(right, bounds.right);
    bottom = Math.max(bottom, bounds.bottom);
  }
  return { left, top, right, bottom };
}

function negated(vector: Vector): Vector {
  return { x: -vector.x, y: -vector.y };
}

/**
 * The same rectangle with its sides renamed by where they point on the screen: `across` is the side that runs most
 * to the right, `down` the other one, downwards. Mirrored and quarter-turned pictures are read as they are seen.
 */
export function asSeen(shape: Shape): Shape {
  const { across, down } = shape;
  const turned = Math.abs(down.x) * length(across) > Math.abs(across.x) * length(down);
  const [right, other] = turned ? [down, across] : [across, down];
  return {
    centre: shape.centre,
    across: right.x < 0 ? negated(right) : right,
    down: other.y < 0 ? negated(other) : other,
  };
}

export function isMeasurable(shape: Shape): boolean {
  const { centre, across, down } = shape;
  const numbers = [centre.x, centre.y, across.x, across.y, down.x, down.y];
  return numbers.every(Number.isFinite) && areaOf(shape) > 0;
}

/** Coordinates of a point in units of the shape's sides: the centre is (0, 0), the corners (±0.5, ±0.5). */
export function withinShape(shape: Shape, point: Vector): Vector {
  const { across, down, centre } = shape;
  const determinant = across.x * down.y - across.y * down.x;
  const [x, y] = [point.x - centre.x, point.y - centre.y];
  return {
    x: (x * down.y - y * down.x) / determinant,
    y: (across.x * y - across.y * x) / determinant,
  };
}
