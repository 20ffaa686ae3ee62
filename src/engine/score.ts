import { cosine, type UnitVector } from './unit-vector.ts';

/**
 * Share of the word in softmax(logitScale * cosine) over the distractors and the word, 0..1: the reference article's
 * probability of a tile.
 */
export function wordProbability(
  image: UnitVector,
  word: UnitVector,
  distractors: readonly UnitVector[],
  logitScale: number,
): number {
  const wordLogit = logitScale * cosine(image, word);
  const logits = distractors.map((distractor) => logitScale * cosine(image, distractor));
  // Less the largest, so that no exponential overflows.
  const largest = Math.max(wordLogit, ...logits);
  const own = Math.exp(wordLogit - largest);
  return own / logits.reduce((sum, logit) => sum + Math.exp(logit - largest), own);
}

/**
 * Whether the model knows the word: a text that lies on a distractor names nothing the model can see. A model
 * without a limit knows every word.
 */
export function isKnownWord(
  word: UnitVector,
  distractors: readonly UnitVector[],
  limit: number | undefined,
): boolean {
  return limit === undefined || distractors.every((distractor) => cosine(word, distractor) < limit);
}
