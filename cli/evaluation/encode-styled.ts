import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { lookAgain, type Look } from '../../src/engine/look-again.ts';
import type { Encoder } from '../../src/engine/encoder.ts';
import type { UnitVector } from '../../src/engine/unit-vector.ts';
import { seededRandom } from '../demo-pictures/seeded-random.ts';
import { decodePicture } from '../pictures/decode-picture.ts';
import { applyStyle, type Style } from '../styles/style.ts';
import type { FeatureCache } from './feature-cache.ts';

/** Pictures a run: larger batches gain nothing on a CPU and wait longer for the first result. */
const BATCH = 16;

/** Pictures as they are rendered, looked at as they are or in another way. */
export interface View {
  readonly style: Style;
  readonly look?: Look;
}

/**
 * Encodes each file once, rendered in this style. How a picture is rendered depends on its bytes and the style's name
 * alone. `onProgress` is told the number done. Rejects at the first file that does not decode.
 */
export async function encodeStyled(
  encoder: Encoder,
  files: readonly string[],
  { style, look: another }: View,
  cache: FeatureCache,
  onProgress: (done: number) => void = () => undefined,
): Promise<ReadonlyMap<string, UnitVector>> {
  const key = another ? `${style.name}, ${another.name} ${another.share}` : style.name;
  const vectors = new Map<string, UnitVector>();
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH);
    const found = await Promise.all(batch.map((file) => look(file, key, cache)));
    const missing = found.filter(({ vector }) => vector === undefined);
    const images = await Promise.all(missing.map(({ file, bytes }) => render(file, bytes, style)));
    const prepared = encoder.prepare(images);
    const seen = another ? lookAgain(prepared, another) : prepared;
    const encoded = missing.length > 0 ? await encoder.encodeImages(seen) : [];
    const fresh = encoded.values();
    for (const { file, bytes, vector } of found) {
      const known = vector ?? fresh.next().value;
      if (known === undefined) throw new TypeError(`expected a vector of ${file}, found none`);
      if (vector === undefined) await cache.write(bytes, key, known);
      vectors.set(file, known);
    }
    onProgress(vectors.size);
  }
  return vectors;
}

async function look(file: string, key: string, cache: FeatureCache) {
  const bytes = await readFile(file);
  return { file, bytes, vector: await cache.read(bytes, key) };
}

/** The picture as the model is shown it in this style. */
export async function renderFile(file: string, style: Style): ReturnType<typeof render> {
  return render(file, await readFile(file), style);
}

async function render(file: string, bytes: Buffer, style: Style) {
  const seed = createHash('sha256').update(style.name).update(bytes).digest().readUInt32LE();
  return applyStyle(style, await decodePicture(file), seededRandom(seed));
}
