import type { Stamp } from './credits.ts';
import type { SceneName } from './paint-background.ts';

/** A thing that demo pages ask for or hide among others, and the photographic cut-outs that show it. */
export interface Thing {
  readonly stamps: readonly Stamp[];
  readonly scenes: readonly SceneName[];
  /** Tiles made of them; a stamp that comes twice is mirrored, turned, resized and set before another background. */
  readonly count: number;
  /** Share of the tile's side that the longer side of the cut-out takes. */
  readonly fill?: readonly [number, number];
}

export const things = {
  bus: {
    stamps: ['vehicles/masstransit/green_korean_bus'],
    scenes: ['street', 'street', 'meadow'],
    count: 6,
    fill: [0.84, 1.02],
  },
  car: {
    stamps: ['vehicles/auto/beetle', 'vehicles/auto/sedan', 'vehicles/auto/sportscar2'],
    scenes: ['street', 'meadow', 'sand'],
    count: 6,
    fill: [0.84, 1],
  },
  bird: {
    stamps: [
      'animals/birds/blackbird',
      'animals/birds/magpie',
      'animals/birds/lark',
      'animals/birds/seagull',
      'animals/birds/silver-gull',
      'animals/birds/rainbow-lorikeet',
      'animals/birds/pigeon',
      'animals/birds/owl',
    ],
    scenes: ['meadow', 'sky', 'forest'],
    count: 8,
  },
  fish: {
    stamps: [
      'animals/fish/bluegroper',
      'animals/fish/butterflyfish',
      'animals/fish/clownfish',
      'animals/fish/coraltrout',
      'animals/fish/stripedfish',
      'animals/fish/moonwrasse',
    ],
    scenes: ['water'],
    count: 6,
  },
  guitar: {
    stamps: [
      'hobbies/music/string/guitar_classical',
      'hobbies/music/string/guitar2',
      'hobbies/music/string/guitar_electric',
    ],
    scenes: ['room', 'cloth'],
    count: 6,
    fill: [0.95, 1.1],
  },
  sheep: {
    stamps: [
      'animals/mammals/bovines/ram',
      'animals/mammals/bovines/sheep',
      'animals/mammals/bovines/sheep_lamb',
    ],
    scenes: ['meadow', 'sand'],
    count: 5,
  },
  mushroom: {
    stamps: ['plants/mushrooms/cep', 'plants/mushrooms/cep-1', 'plants/mushrooms/cep-2'],
    scenes: ['forest', 'meadow'],
    count: 5,
  },
  rabbit: {
    stamps: [
      'animals/mammals/rabbit_little',
      'animals/mammals/rodents/rabbit-2',
      'animals/mammals/rodents/rabbit',
    ],
    scenes: ['meadow', 'room'],
    count: 5,
  },
  dog: {
    stamps: ['animals/mammals/dogs/dog', 'animals/mammals/dogs/dingo'],
    scenes: ['meadow', 'street', 'sand'],
    count: 5,
  },
  tiger: {
    stamps: ['animals/mammals/cats/tiger', 'animals/mammals/cats/tiger_sumatran'],
    scenes: ['forest', 'meadow'],
    count: 5,
  },
  elephant: {
    stamps: ['animals/mammals/elephant'],
    scenes: ['sand', 'meadow', 'forest'],
    count: 5,
  },
  zebra: {
    stamps: ['animals/mammals/equines/zebra'],
    scenes: ['sand', 'meadow'],
    count: 5,
  },
  penguin: {
    stamps: ['animals/birds/penguin', 'animals/birds/magellanic_penguin', 'animals/birds/little-penguin'],
    scenes: ['sea', 'cloth', 'sand'],
    count: 5,
  },
  lemon: { stamps: ['food/fruit/lemon'], scenes: ['room', 'cloth'], count: 5, fill: [0.6, 0.85] },
  orange: {
    stamps: ['food/fruit/orange', 'food/fruit/mandarine'],
    scenes: ['room', 'cloth'],
    count: 5,
    fill: [0.6, 0.85],
  },
  strawberry: {
    stamps: ['food/fruit/strawberry'],
    scenes: ['room', 'cloth'],
    count: 5,
    fill: [0.6, 0.85],
  },
  basketball: {
    stamps: ['sports/basketball'],
    scenes: ['street', 'room', 'meadow'],
    count: 5,
    fill: [0.6, 0.85],
  },
  teapot: {
    stamps: ['household/dishes/teapot'],
    scenes: ['room', 'cloth'],
    count: 5,
    fill: [0.7, 0.9],
  },
  boat: {
    stamps: ['vehicles/ship/chineseJunk', 'vehicles/ship/walnutBoat'],
    scenes: ['sea'],
    count: 5,
  },
  balloon: { stamps: ['vehicles/flight/balloon360'], scenes: ['sky'], count: 5 },
  flower: {
    stamps: [
      'plants/flowers/flower3',
      'plants/flowers/flower8',
      'plants/flowers/flower9',
      'plants/flowers/yellow-flower',
      'plants/flowers/flower10',
    ],
    scenes: ['meadow', 'forest'],
    count: 5,
    fill: [0.7, 0.95],
  },
} as const satisfies Record<string, Thing>;

export type ThingName = keyof typeof things;
