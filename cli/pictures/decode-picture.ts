import sharp from 'sharp';
import type { RgbaImage } from '../../src/engine/prepare-images.ts';

/** A picture of a megapixel or so is usual; past this a file is refused rather than unpacked; pixels. */
const MAX_PIXELS = 100_000_000;

const OPTIONS = {
  // A cut file is an error, an odd tag in it is not.
  failOn: 'error',
  limitInputPixels: MAX_PIXELS,
  // Pillow reads the stored numbers and leaves colour profiles alone.
  ignoreIcc: true,
} as const;

/**
 * Decodes a picture as Pillow's `Image.open(file).convert('RGB')` does: as stored, whatever its Exif orientation,
 * alpha dropped, the first frame of several. One difference is meant: a grey picture of 16 bits is scaled to 8,
 * where Pillow clips all but its darkest tones to white.
 *
 * Rejects with a message that names the file.
 */
export async function decodePicture(file: string): Promise<RgbaImage> {
  try {
    const { space } = await sharp(file, OPTIONS).metadata();
    return space === 'cmyk' ? await decodeCmyk(file) : await decodeRgb(file);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${file}: expected a whole picture (JPEG, PNG, WebP, GIF, TIFF or AVIF), found: ${found}`,
      {
        cause: error,
      },
    );
  }
}

async function decodeRgb(file: string): Promise<RgbaImage> {
  const { data, info } = await sharp(file, OPTIONS)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: data };
}

/** Pillow's plain conversion; libvips would go by a press profile, far from what Pillow shows the model. */
async function decodeCmyk(file: string): Promise<RgbaImage> {
  const { data, info } = await sharp(file, OPTIONS)
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const rgba = new Uint8Array(info.width * info.height * 4);
  for (let pixel = 0; pixel < info.width * info.height; pixel++) {
    const from = pixel * info.channels;
    const light = 255 - (data[from + 3] ?? 0);
    for (let channel = 0; channel < 3; channel++) {
      rgba[pixel * 4 + channel] = light - shareOf255(data[from + channel] ?? 0, light);
    }
    rgba[pixel * 4 + 3] = 255;
  }
  return { width: info.width, height: info.height, rgba };
}

/** Pillow's MULDIV255: a * b / 255, rounded. */
function shareOf255(a: number, b: number): number {
  const product = a * b + 128;
  return ((product >> 8) + product) >> 8;
}
