import type { Encoder } from '../../src/engine/encoder.ts';
import type { RgbaImage } from '../../src/engine/prepare-images.ts';
import type { UnitVector } from '../../src/engine/unit-vector.ts';
import { decodePicture } from './decode-picture.ts';

/** Pictures a run: larger batches gain nothing on a CPU and wait longer for the first result. */
const BATCH = 16;

/**
 * Encodes each file once, the next batch being decoded while one runs. `onProgress` is told the number done.
 * Rejects at the first file that does not decode.
 */
export async function encodePictures(
  encoder: Encoder,
  files: readonly string[],
  onProgress: (done: number) => void = () => undefined,
): Promise<ReadonlyMap<string, UnitVector>> {
  const vectors = new Map<string, UnitVector>();
  let coming = decodeBatch(files, 0);
  for (let start = 0; start < files.length; start += BATCH) {
    const images = await coming;
    coming = decodeBatch(files, start + BATCH);
    // Whoever awaits it hears of a failure; meanwhile it must not count as unhandled.
    coming.catch(() => undefined);
    const encoded = await encoder.encodeImages(encoder.prepare(images));
    encoded.forEach((vector, index) => vectors.set(files[start + index] ?? '', vector));
    onProgress(vectors.size);
  }
  return vectors;
}

function decodeBatch(files: readonly string[], start: number): Promise<RgbaImage[]> {
  return Promise.all(files.slice(start, start + BATCH).map(decodePicture));
}
