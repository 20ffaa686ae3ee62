import { openClarity } from '../../src/engine/clarity.ts';
import type { UnitVector } from '../../src/engine/unit-vector.ts';
import { encodeWord, type Word } from '../../src/engine/word.ts';
import type { OpenedModel } from '../../src/runtime/node.ts';
import { encodeStyled, type View } from './encode-styled.ts';
import type { FeatureCache } from './feature-cache.ts';

export interface TileScores {
  readonly probabilities: readonly number[];
  readonly clarities: readonly (number | undefined)[];
}

/** The words and pictures of many questions, each encoded once. */
export interface Album {
  readonly words: ReadonlyMap<string, Word>;
  /** Of each tile, in order. @throws TypeError for a word or picture that was not put into the album */
  scores(text: string, tiles: readonly string[]): TileScores;
  /** @throws TypeError for a picture that was not put into the album */
  vectorOf(tile: string): UnitVector;
  /** The same pictures, to be held against other words. */
  withWords(words: ReadonlyMap<string, Word>): Album;
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
  { encoder, config }: OpenedModel,
  words: ReadonlyMap<string, Word>,
  pictures: readonly string[],
  view: View,
  cache: FeatureCache,
  onProgress: (done: number) => void,
): Promise<Album> {
  const vectors = await encodeStyled(encoder, pictures, view, cache, onProgress);
  const clarityOf = await openClarity(encoder, config);
  const openWith = (words: ReadonlyMap<string, Word>): Album => ({
    words,
    vectorOf: (tile) => vectorOf(vectors, tile),
    withWords: openWith,
    scores(text, tiles) {
      const word = words.get(text);
      if (word === undefined) throw new TypeError(`expected ${text} to be encoded`);
      const found = tiles.map((tile) => vectorOf(vectors, tile));
      return {
        probabilities: found.map((vector) => word.probabilityOf(vector)),
        clarities: found.map((vector) => clarityOf?.(vector)),
      };
    },
  });
  return openWith(words);
}

function vectorOf(vectors: ReadonlyMap<string, UnitVector>, tile: string): UnitVector {
  const vector = vectors.get(tile);
  if (vector === undefined) throw new TypeError(`expected ${tile} to be encoded`);
  return vector;
}
