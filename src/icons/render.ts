/** Draws the toolbar icons again after a change of tilewise.svg: `npx tsx src/icons/render.ts`. */
import sharp from 'sharp';

/** The sizes Chrome asks for, in pixels: toolbar at 1x and 2x, extensions page, installation dialog. */
const sizes = [16, 32, 48, 128];

for (const size of sizes) {
  await sharp(new URL('tilewise.svg', import.meta.url).pathname, { density: 288 })
    .resize(size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(new URL(`tilewise-${size}.png`, import.meta.url).pathname);
}
