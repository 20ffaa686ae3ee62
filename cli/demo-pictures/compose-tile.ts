import sharp from 'sharp';
import { paintBackground } from './paint-background.ts';
import type { Thing } from './stamps.ts';
import { mix } from './value-noise.ts';

/** Pixels a side of a tile picture. */
export const TILE_SIZE = 180;

const USUAL_FILL = [0.78, 0.96] as const;
/** Degrees that a cut-out is turned to either side. */
const LARGEST_TURN = 5;
const SHADOW = { strength: 0.42, drop: 0.035, blur: 5 };
/** Photographs are not as sharp as cut-outs on a plain ground. */
const BACKGROUND_BLUR = 1.4;

const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };

/** Sets one cut-out, with its shadow, before a painted background; PNG bytes, TILE_SIZE square. */
export async function composeTile(
  stampFile: string,
  thing: Thing,
  mirror: boolean,
  random: () => number,
): Promise<Buffer> {
  const scene = thing.scenes[Math.floor(random() * thing.scenes.length)] ?? 'cloth';
  const background = await sharp(paintBackground(scene, TILE_SIZE, random), {
    raw: { width: TILE_SIZE, height: TILE_SIZE, channels: 3 },
  })
    .blur(BACKGROUND_BLUR)
    .png()
    .toBuffer();
  const [least, most] = thing.fill ?? USUAL_FILL;
  const longest = Math.round(mix(least, most, random()) * TILE_SIZE);
  const turned = await sharp(stampFile)
    .ensureAlpha()
    .trim({ threshold: 1 })
    .rotate((random() - 0.5) * 2 * LARGEST_TURN, { background: CLEAR })
    .flop(mirror)
    .png()
    .toBuffer();
  const cutOut = await sharp(turned)
    .resize(longest, longest, { fit: 'inside' })
    .modulate({ brightness: mix(0.92, 1.08, random()) })
    .png()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = cutOut.info;
  const left = Math.round((TILE_SIZE - width) * mix(0.3, 0.7, random()));
  const top = Math.round((TILE_SIZE - height) * mix(0.45, 0.9, random()));
  const layer = await onTile(cutOut.data, left, top);
  return sharp(background)
    .composite([{ input: await shadowOf(layer) }, { input: layer }])
    .removeAlpha()
    .png()
    .toBuffer();
}

/** The cut-out on a clear tile; what reaches over the edge is cut off, as in a photograph. */
async function onTile(cutOut: Buffer, left: number, top: number): Promise<Buffer> {
  const margin = TILE_SIZE;
  return sharp({ create: { width: 3 * margin, height: 3 * margin, channels: 4, background: CLEAR } })
    .composite([{ input: cutOut, left: left + margin, top: top + margin }])
    .png()
    .toBuffer()
    .then((wide) =>
      sharp(wide)
        .extract({ left: margin, top: margin, width: TILE_SIZE, height: TILE_SIZE })
        .png()
        .toBuffer(),
    );
}

async function shadowOf(layer: Buffer): Promise<Buffer> {
  const drop = Math.round(TILE_SIZE * SHADOW.drop);
  const alpha = await sharp(layer)
    .extractChannel('alpha')
    .linear(SHADOW.strength, 0)
    .blur(SHADOW.blur)
    .raw()
    .toBuffer();
  const pixels = Buffer.alloc(TILE_SIZE * TILE_SIZE * 4);
  for (let at = drop * TILE_SIZE; at < TILE_SIZE * TILE_SIZE; at++) {
    pixels[at * 4 + 3] = alpha[at - drop * TILE_SIZE] ?? 0;
  }
  return sharp(pixels, { raw: { width: TILE_SIZE, height: TILE_SIZE, channels: 4 } })
    .png()
    .toBuffer();
}
