import type { Encoder } from './encoder.ts';
import type { ModelConfig } from './model-config.ts';
import { plainWord } from './plain-word.ts';
import { isKnownWord, wordProbability } from './score.ts';
import { cosine, type UnitVector } from './unit-vector.ts';

/** A word asked for, ready to be held against tiles. */
export interface Word {
  readonly text: string;
  /** False when the model does not know it: then probabilities mean nothing. */
  readonly known: boolean;
  /** Of one tile, 0..1. */
  probabilityOf(image: UnitVector): number;
}

/** Two texts this near mean the same to the model. */
const SAME_MEANING = 0.95;

export async function encodeWord(text: string, encoder: Encoder, config: ModelConfig): Promise<Word> {
  const word = await encoder.encodeText(text);
  const distractors = await Promise.all(
    config.distractors.map((distractor) => encoder.encodeText(distractor)),
  );
  const known = isKnownWord(word, distractors, config.unknown?.distractorCosine);
  return {
    text,
    known: known && !(await isHeardInPart(text, word, encoder)),
    probabilityOf: (image) => wordProbability(image, word, distractors, config.logitScale),
  };
}

/** Whether 红色的公交车 is to the model nothing but 公交车: then it cannot tell what is asked for. */
async function isHeardInPart(text: string, word: UnitVector, encoder: Encoder): Promise<boolean> {
  const plain = plainWord(text);
  return plain !== undefined && cosine(word, await encoder.encodeText(plain)) >= SAME_MEANING;
}
