import { memoizeAsync } from '../shared/memoize-async.ts';
import { normalisingTables } from './channel-tables.ts';
import type { ModelConfig } from './model-config.ts';
import type { ModelSession, Tensor } from './model-session.ts';
import { createPreparer, type RgbaImage } from './prepare-images.ts';
import { tokenize } from './tokenize.ts';
import { unitRows, type UnitVector } from './unit-vector.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Pictures and words to vectors of one space. One call of `prepare` and `encodeImages` at a time. */
export interface Encoder {
  /** Resized and normalised, one row a picture. Overwritten by the next call. */
  prepare(images: readonly RgbaImage[]): Tensor;
  /** All pictures in one run. */
  encodeImages(prepared: Tensor): Promise<readonly UnitVector[]>;
  /** Remembered by text. */
  encodeText(text: string): Promise<UnitVector>;
}

export interface Sessions {
  readonly image: ModelSession;
  readonly text: ModelSession;
}

/** Words whose vectors are kept: a vector of 1,024 takes 4 kB. */
const MAX_TEXTS = 256;

/** One encoder belongs to one model, so its cache of texts is keyed by text alone. */
export function createEncoder(config: ModelConfig, vocabulary: Vocabulary, sessions: Sessions): Encoder {
  const { image, text, embeddingDimension } = config;
  const encodeText = async (words: string): Promise<UnitVector> => {
    const row = tokenize(words, vocabulary, text.contextLength);
    const features = await sessions.text.run({ data: row, dims: [1, text.contextLength] });
    const [vector] = unitRows(features, embeddingDimension);
    if (vector === undefined) throw new TypeError(`text features: expected one row, found none for ${words}`);
    return vector;
  };
  return {
    prepare: createPreparer(image.size, normalisingTables(image.mean, image.std)),
    encodeImages: async (prepared) => unitRows(await sessions.image.run(prepared), embeddingDimension),
    encodeText: memoizeAsync(encodeText, MAX_TEXTS),
  };
}
