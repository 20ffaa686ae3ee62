import type { Encoder } from './encoder.ts';
import type { ModelConfig } from './model-config.ts';
import { isKnownWord, wordProbability } from './score.ts';
import type { UnitVector } from './unit-vector.ts';

/** A word asked for, ready to be held against tiles. */
export interface Word {
  /** False when the model does not know it: then probabilities mean nothing. */
  readonly known: boolean;
  /** Of one tile, 0..1. */
  probabilityOf(image: UnitVector): number;
}

export async function encodeWord(text: string, encoder: Encoder, config: ModelConfig): Promise<Word> {
  const word = await encoder.encodeText(text);
  const distractors = await Promise.all(
    config.distractors.map((distractor) => encoder.encodeText(distractor)),
  );
  return {
    known: isKnownWord(word, distractors, config.unknown?.distractorCosine),
    probabilityOf: (image) => wordProbability(image, word, distractors, config.logitScale),
  };
}
