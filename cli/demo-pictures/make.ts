import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import sharp from 'sharp';
import { composeTile, TILE_SIZE } from './compose-tile.ts';
import { type Credited, creditsPage } from './credits.ts';
import { seededRandom } from './seeded-random.ts';
import { things, type Thing } from './stamps.ts';
import { quilts, type Quilt } from './quilts.ts';

const SEED = 20261123;
const JPEG = { quality: 82, mozjpeg: true } as const;

interface Tile extends Credited {
  readonly png: Buffer;
}

const stamps = process.argv[2];
if (stamps === undefined || !existsSync(join(stamps, 'vehicles'))) {
  throw new Error(
    `Expected the stamps folder of Tux Paint as the one argument, found ${stamps ?? 'none'}. ` +
      'On Debian: apt-get download tuxpaint-stamps-default; dpkg-deb -x *.deb x; the folder is x/usr/share/tuxpaint/stamps',
  );
}
const folder = fileURLToPath(new URL('../../demo/pictures/', import.meta.url));
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const random = seededRandom(SEED);
const tiles = new Map<string, Tile[]>();
for (const [name, thing] of Object.entries<Thing>(things))
  tiles.set(name, await tilesOf(name, thing, stamps));
for (const { file, png } of [...tiles.values()].flat()) {
  await sharp(png).jpeg(JPEG).toFile(join(folder, file));
}
const sheets = [];
for (const quilt of quilts) sheets.push(await sew(quilt));

const pictures = Object.fromEntries([...tiles].map(([name, of]) => [name, of.map(({ file }) => file)]));
const script = `// Written by cli/demo-pictures/make.ts. A script, not a module: pages also open straight from the disk.
globalThis.PICTURES = ${JSON.stringify(pictures)};
globalThis.QUILTS = ${JSON.stringify(sheets)};`;
await writeText('pictures.js', script);
const quiltFiles = quilts.map(({ file }) => file);
await writeText('CREDITS.md', creditsPage([...tiles.values()].flat(), quiltFiles));

async function writeText(file: string, text: string): Promise<void> {
  const path = join(folder, file);
  const style = await resolveConfig(path);
  await writeFile(path, await format(text, { ...style, filepath: path }));
}

async function tilesOf(name: string, thing: Thing, from: string): Promise<Tile[]> {
  const { stamps: cutOuts } = thing;
  const made: Tile[] = [];
  for (let index = 0; index < thing.count; index++) {
    const stamp = cutOuts[index % cutOuts.length];
    if (stamp === undefined) throw new Error(`${name} has no stamp`);
    const mirror = Math.floor(index / cutOuts.length) % 2 === 1;
    const png = await composeTile(join(from, `${stamp}.png`), thing, mirror, random);
    made.push({ file: `${name}-${index + 1}.jpg`, stamp, png });
  }
  return made;
}

/** Many tiles in one picture, edge to edge. */
async function sew(quilt: Quilt): Promise<{ file: string; columns: number; things: string[] }> {
  const next = new Map<string, number>();
  const patches = quilt.rows.flat().map((name, slot) => {
    const turn = next.get(name) ?? 0;
    next.set(name, turn + 1);
    const tile = tiles.get(name)?.[turn];
    if (tile === undefined) throw new Error(`${quilt.file} asks for ${turn + 1} pictures of ${name}`);
    return {
      input: tile.png,
      left: (slot % quilt.columns) * TILE_SIZE,
      top: Math.floor(slot / quilt.columns) * TILE_SIZE,
    };
  });
  const width = quilt.columns * TILE_SIZE;
  const height = quilt.rows.length * TILE_SIZE;
  const whole = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite(patches)
    .png()
    .toBuffer();
  await sharp(whole)
    .resize(Math.round((width * quilt.tileSize) / TILE_SIZE))
    .jpeg(JPEG)
    .toFile(join(folder, quilt.file));
  return { file: quilt.file, columns: quilt.columns, things: quilt.rows.flat() };
}
