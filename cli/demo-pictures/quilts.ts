import type { ThingName } from './stamps.ts';

/** A picture made of many tiles: a sprite sheet, or the one picture that cells are laid over. */
export interface Quilt {
  readonly file: string;
  readonly columns: number;
  /** Pixels a side of one tile in it. */
  readonly tileSize: number;
  readonly rows: readonly (readonly ThingName[])[];
}

const FOUR_BY_FOUR = { columns: 4, tileSize: 130 };

export const quilts: readonly Quilt[] = [
  {
    file: 'sheet.jpg',
    columns: 6,
    tileSize: 150,
    rows: [
      ['bird', 'guitar', 'elephant', 'bird', 'orange', 'dog'],
      ['guitar', 'bird', 'tiger', 'car', 'lemon', 'bird'],
      ['car', 'elephant', 'guitar', 'teapot', 'dog', 'orange'],
      ['balloon', 'bird', 'tiger', 'guitar', 'zebra', 'car'],
    ],
  },
  {
    file: 'quilt-1.jpg',
    ...FOUR_BY_FOUR,
    rows: [
      ['car', 'zebra', 'lemon', 'dog'],
      ['guitar', 'car', 'fish', 'teapot'],
      ['tiger', 'rabbit', 'orange', 'car'],
      ['bird', 'car', 'strawberry', 'elephant'],
    ],
  },
  {
    file: 'quilt-2.jpg',
    ...FOUR_BY_FOUR,
    rows: [
      ['tiger', 'balloon', 'boat', 'mushroom'],
      ['boat', 'penguin', 'lemon', 'strawberry'],
      ['basketball', 'boat', 'car', 'bird'],
      ['guitar', 'orange', 'dog', 'boat'],
    ],
  },
  {
    file: 'quilt-3.jpg',
    ...FOUR_BY_FOUR,
    rows: [
      ['orange', 'elephant', 'guitar', 'fish'],
      ['guitar', 'boat', 'zebra', 'guitar'],
      ['car', 'bird', 'rabbit', 'lemon'],
      ['tiger', 'guitar', 'teapot', 'dog'],
    ],
  },
];
