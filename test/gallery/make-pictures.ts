/**
 * Draws test/pages/pictures/ anew: `npx tsx test/gallery/make-pictures.ts`. Seeded, so that a second run gives the
 * same pictures; they are committed, and nothing else needs this file.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { things, type Thing } from './draw-things.ts';

const folder = fileURLToPath(new URL('../pages/pictures/', import.meta.url));

/** Side of a single picture in pixels: no tile of the gallery is drawn much larger. */
const SIDE = 128;
const VARIANTS = 3;
/** Low enough for the whole folder to stay far below 400 KB. */
const JPEG_QUALITY = 62;

const skies = ['#9cc9ee', '#dfe7ec', '#f5d9a8', '#b9d7c4', '#cfc3e6', '#7f95ad', '#f3c5c5', '#e9eef2'];
const grounds = ['#7aa35a', '#8d8d88', '#c9b183', '#5f6b72', '#a5784f', '#d8dde0', '#4f7f4a', '#b8a6a0'];
const mains = [
  '#d8372f',
  '#2f6fd8',
  '#f0b323',
  '#2f9e55',
  '#8f4fc0',
  '#e8722a',
  '#3aa6a0',
  '#f5f5f0',
  '#c2185b',
];

/** mulberry32: small, seeded, good enough to place shrubs. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function backdrop(random: () => number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const horizon = 55 + random() * 20;
  const blots = Array.from({ length: 14 }, () => {
    const size = 2 + random() * 9;
    return `<ellipse cx="${random() * 100}" cy="${random() * 100}" rx="${size}" ry="${size * 0.6}" fill="${pick(random() < 0.5 ? skies : grounds)}" opacity=".55"/>`;
  });
  return `<rect width="100" height="100" fill="${pick(skies)}"/><rect y="${horizon}" width="100" height="50" fill="${pick(grounds)}"/>${blots.join('')}`;
}

/** One picture as an SVG group of 100×100. */
function picture(thing: Thing, seed: number): string {
  const random = seeded(seed);
  const main = mains[Math.floor(random() * mains.length)]!;
  const scale = 0.72 + random() * 0.28;
  const shift = `translate(${random() * (1 - scale) * 100} ${random() * (1 - scale) * 100}) scale(${scale})`;
  return `${backdrop(random)}<g transform="${shift}">${things[thing](main)}</g>`;
}

async function save(
  name: string,
  width: number,
  height: number,
  viewBox: string,
  body: string,
): Promise<void> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}">${body}</svg>`;
  const jpeg = await sharp(Buffer.from(svg))
    .flatten()
    .jpeg({ quality: JPEG_QUALITY, mozjpeg: true })
    .toBuffer();
  await writeFile(`${folder}${name}.jpg`, jpeg);
}

const names = Object.keys(things).filter((name): name is Thing => name in things);
const seedOf = (thing: Thing, variant: number): number => names.indexOf(thing) * 101 + variant * 17 + 3;

/** Pictures beside each other without gaps, for sprites: `cells` row by row. */
function sheet(cells: readonly Thing[], columns: number): string {
  return cells
    .map((thing, index) => {
      const x = (index % columns) * 100;
      const y = Math.floor(index / columns) * 100;
      return `<svg x="${x}" y="${y}" width="100" height="100" viewBox="0 0 100 100">${picture(thing, index * 13 + 7)}</svg>`;
    })
    .join('');
}

/** One scene as a street photograph would be: things of several sizes along a road, no inner borders. */
function street(seed: number): string {
  const random = seeded(seed);
  const crowd: Thing[] = [
    'house',
    'tree',
    'house',
    'light',
    'bus',
    'car',
    'tree',
    'bike',
    'car',
    'hydrant',
    'light',
  ];
  const placed = crowd.map((thing, index) => {
    const scale = 0.6 + random() * 0.9;
    const main = mains[index % mains.length]!;
    return `<g transform="translate(${(index * 71) % 260} ${20 + (index / crowd.length) * 170}) scale(${scale})">${things[thing](main)}</g>`;
  });
  return `<rect width="300" height="300" fill="#a9cde8"/><rect y="110" width="300" height="190" fill="#77797c"/><path d="M0 240h300" stroke="#fff" stroke-width="4" stroke-dasharray="24 18"/>${placed.join('')}`;
}

await mkdir(folder, { recursive: true });
for (const thing of names) {
  for (let variant = 1; variant <= VARIANTS; variant += 1) {
    await save(`${thing}${variant}`, SIDE, SIDE, '0 0 100 100', picture(thing, seedOf(thing, variant)));
  }
}
const mixed: Thing[] = [
  'bus',
  'cat',
  'car',
  'bike',
  'boat',
  'bus',
  'tree',
  'light',
  'dog',
  'hydrant',
  'bus',
  'train',
  'cup',
  'bridge',
  'bike',
  'plane',
];
await save('sprite', 400, 400, '0 0 400 400', sheet(mixed, 4));
await save('strip', 600, 100, '0 0 600 100', sheet(['boat', 'car', 'boat', 'umbrella', 'train', 'cup'], 6));
await save('street', 480, 480, '0 0 300 300', street(5));
await save('crossing', 480, 320, '0 60 300 200', street(11));
// An instruction drawn as a picture, as some sites do to keep it from being read.
await save(
  'words',
  260,
  40,
  '0 0 260 40',
  '<rect width="260" height="40" fill="#f4f4f4"/><text x="12" y="27" font-size="19" font-family="Noto Sans CJK SC" fill="#333">请选择所有的公交车</text>',
);
