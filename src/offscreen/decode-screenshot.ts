import type { Picture } from '../shared/picture.ts';
import type { ScreenshotFailure } from '../shared/screenshot.ts';

/** A canvas of more pixels than this may come back empty; four times a 4K screen. */
const MOST_PIXELS = 64_000_000;

/** Decodes a picture file, upright as it is shown. Failures are values. */
export async function decodeScreenshot(file: ArrayBuffer): Promise<Picture | ScreenshotFailure> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([file]));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failure', reason: 'not-a-picture', message };
  }
  try {
    const { width, height } = bitmap;
    if (width * height > MOST_PIXELS) {
      return { kind: 'failure', reason: 'too-large', message: `${width} × ${height}` };
    }
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (context === null) {
      return { kind: 'failure', reason: 'too-large', message: `${width} × ${height}` };
    }
    context.drawImage(bitmap, 0, 0);
    return { width, height, rgba: context.getImageData(0, 0, width, height).data };
  } finally {
    bitmap.close();
  }
}
