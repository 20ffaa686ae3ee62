import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unitRows, type UnitVector } from '../../src/engine/unit-vector.ts';

/** Raise it when a style draws otherwise than before: what was kept of the old drawing no longer counts. */
const DRAWING = 1;

/** Vectors of pictures by model, style and the picture's bytes, so that a second run need not encode them. */
export interface FeatureCache {
  read(picture: Buffer, style: string): Promise<UnitVector | undefined>;
  write(picture: Buffer, style: string, vector: UnitVector): Promise<void>;
}

/** Keeps a file a vector in `folder`, for the model whose image graph has this hash; without a folder nothing. */
export function openFeatureCache(
  folder: string | undefined,
  model: { readonly sha256: string; readonly dimension: number },
): FeatureCache {
  if (folder === undefined) {
    return { read: () => Promise.resolve(undefined), write: () => Promise.resolve() };
  }
  const home = join(folder, model.sha256.slice(0, 16));
  const ready = mkdir(home, { recursive: true });
  const pathOf = (picture: Buffer, style: string) =>
    join(home, `${createHash('sha256').update(`${DRAWING} ${style}\n`).update(picture).digest('hex')}.f32`);
  return {
    async read(picture, style) {
      const bytes = await readFile(pathOf(picture, style)).catch(() => undefined);
      if (bytes?.length !== model.dimension * Float32Array.BYTES_PER_ELEMENT) return undefined;
      const data = new Float32Array(new Uint8Array(bytes).buffer);
      return unitRows({ data, dims: [1, model.dimension] }, model.dimension)[0];
    },
    async write(picture, style, vector) {
      await ready;
      await writeFile(
        pathOf(picture, style),
        new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
      );
    },
  };
}
