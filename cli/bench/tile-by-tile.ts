import type { Encoder, Sessions } from '../../src/engine/encoder.ts';
import type { LoadedModel } from '../../src/engine/load-model.ts';
import type { RgbaImage } from '../../src/engine/prepare-images.ts';
import { wordProbability } from '../../src/engine/score.ts';
import { tokenize } from '../../src/engine/tokenize.ts';
import { unitRows } from '../../src/engine/unit-vector.ts';

/** The reference article's way with the same weights: a run a tile, and all texts encoded again for every tile. */
export async function solveTileByTile(
  images: readonly RgbaImage[],
  text: string,
  { config, vocabulary }: LoadedModel,
  sessions: Sessions,
  encoder: Encoder,
): Promise<readonly number[]> {
  const { contextLength } = config.text;
  const texts = [...config.distractors, text];
  const probabilities: number[] = [];
  for (const image of images) {
    const [vector] = unitRows(await sessions.image.run(encoder.prepare([image])), config.embeddingDimension);
    const rows = new BigInt64Array(texts.length * contextLength);
    texts.forEach((words, row) => rows.set(tokenize(words, vocabulary, contextLength), row * contextLength));
    const features = await sessions.text.run({ data: rows, dims: [texts.length, contextLength] });
    const distractors = unitRows(features, config.embeddingDimension);
    const word = distractors.pop();
    if (vector && word) probabilities.push(wordProbability(vector, word, distractors, config.logitScale));
  }
  return probabilities;
}
