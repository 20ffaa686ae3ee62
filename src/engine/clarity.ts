import type { Encoder } from './encoder.ts';
import type { ModelConfig } from './model-config.ts';
import { cosine, type UnitVector } from './unit-vector.ts';

/**
 * How plainly a picture shows anything that the model can name: the share of its own best guess against the
 * distractors, 0..1. Photographs are plain; what a filter has blurred is not, and a low score says little there.
 * Undefined for a model whose dimensions are not things.
 */
export type Clarity = ((image: UnitVector) => number) | undefined;

export async function openClarity(encoder: Encoder, config: ModelConfig): Promise<Clarity> {
  const dimensions = config.example?.dimensions;
  if (dimensions === undefined) return undefined;
  const distractors = await Promise.all(config.distractors.map((text) => encoder.encodeText(text)));
  return (image) => {
    let best = -Infinity;
    for (let index = 0; index < dimensions; index++) best = Math.max(best, image[index] ?? 0);
    const others = distractors.reduce(
      (sum, distractor) => sum + Math.exp(config.logitScale * (cosine(image, distractor) - best)),
      0,
    );
    return 1 / (1 + others);
  };
}
