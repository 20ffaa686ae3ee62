import type { UnitVector } from '../../src/engine/unit-vector.ts';
import { encodeWord, type Word } from '../../src/engine/word.ts';
import type { OpenedModel } from '../../src/runtime/node.ts';
import { encodeStyled, type View } from './encode-styled.ts';
import type { FeatureCache } from './feature-cache.ts';

/** The words and pictures of many questions, each encoded once. */
export interface Album {
  readonly words: ReadonlyMap<string, Word>;
  /** Of each tile, in order. @throws TypeError for a word or picture that was not put into the album */
  probabilities(text: string, tiles: readonly string[]): readonly number[];
}

export async function encodeWords(
  texts: Iterable<string>,
  { encoder, config }: OpenedModel,
): Promise<ReadonlyMap<string, Word>> {
  const words = new Map<string, Word>();
  for (const text of new Set(texts)) words.set(text, await encodeWord(text, encoder, config));
  return words;
}

/** Encodes these pictures in one view, to be held against the words. */
export async function fillAlbum(
  { encoder }: OpenedModel,
  words: ReadonlyMap<string, Word>,
  pictures: readonly string[],
  view: View,
  cache: FeatureCache,
  onProgress: (done: number) => void,
): Promise<Album> {
  const vectors = await encodeStyled(encoder, pictures, view, cache, onProgress);
  return {
    words,
    probabilities(text, tiles) {
      const word = words.get(text);
      if (word === undefined) throw new TypeError(`expected ${text} to be encoded`);
      return tiles.map((tile) => word.probabilityOf(vectorOf(vectors, tile)));
    },
  };
}

function vectorOf(vectors: ReadonlyMap<string, UnitVector>, tile: string): UnitVector {
  const vector = vectors.get(tile);
  if (vector === undefined) throw new TypeError(`expected ${tile} to be encoded`);
  return vector;
}
