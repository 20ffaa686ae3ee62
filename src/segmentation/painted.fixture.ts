import { CHANNELS, type Box, type Picture } from '../shared/picture.ts';

export type Colour = readonly [red: number, green: number, blue: number];

export interface PaintedGrid {
  readonly picture: Picture;
  /** Reading order. */
  readonly tiles: readonly Box[];
}

export interface PaintedLook {
  readonly width?: number;
  readonly height?: number;
  readonly page?: Colour;
  readonly gutter?: Colour;
  readonly rows?: number;
  readonly columns?: number;
  readonly tile?: number;
  readonly gap?: number;
  readonly radius?: number;
}

const LEFT = 90;
const TOP = 120;

/** A page of one colour with a grid of tiles, each a smooth texture of its own, as a photograph is from afar. */
export function paintGrid(look: PaintedLook = {}): PaintedGrid {
  const {
    width = 640,
    height = 620,
    page = [238, 241, 245],
    rows = 3,
    columns = 3,
    tile = 110,
    gap = 6,
  } = look;
  const picture = paint(width, height, () => page);
  const whole = { x: LEFT, y: TOP, width: columns * (tile + gap) - gap, height: rows * (tile + gap) - gap };
  fill(picture, whole, () => look.gutter ?? page);
  const tiles = Array.from({ length: rows * columns }, (_, index) => ({
    x: LEFT + (index % columns) * (tile + gap),
    y: TOP + Math.floor(index / columns) * (tile + gap),
    width: tile,
    height: tile,
  }));
  for (const [index, box] of tiles.entries()) {
    fill(picture, box, (x, y) => (isCutOff(x, y, tile, look.radius ?? 0) ? undefined : texture(index, x, y)));
  }
  return { picture, tiles };
}

export function paint(width: number, height: number, colour: (x: number, y: number) => Colour): Picture {
  const picture = { width, height, rgba: new Uint8ClampedArray(width * height * CHANNELS).fill(255) };
  fill(picture, { x: 0, y: 0, width, height }, colour);
  return picture;
}

function fill(picture: Picture, box: Box, colour: (x: number, y: number) => Colour | undefined): void {
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const value = colour(x, y);
      if (value === undefined) continue;
      const pixel = ((box.y + y) * picture.width + box.x + x) * CHANNELS;
      picture.rgba[pixel] = value[0];
      picture.rgba[pixel + 1] = value[1];
      picture.rgba[pixel + 2] = value[2];
    }
  }
}

/** Whether the pixel lies outside the rounded corners of a square. */
function isCutOff(x: number, y: number, side: number, radius: number): boolean {
  const across = Math.max(radius - x, x - (side - 1 - radius), 0);
  const down = Math.max(radius - y, y - (side - 1 - radius), 0);
  return across ** 2 + down ** 2 > radius ** 2;
}

function texture(seed: number, x: number, y: number): Colour {
  const wave = (phase: number) =>
    128 +
    70 * Math.sin(x / 17 + seed * 2.3 + phase) * Math.cos(y / 23 - seed * 1.7 + phase) +
    ((seed * 53 + phase * 31) % 90) -
    45;
  return [wave(0), wave(1), wave(2)];
}
