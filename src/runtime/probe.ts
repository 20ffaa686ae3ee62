import type { ModelConfig } from '../engine/model-config.ts';
import type { ModelSession, Tensor } from '../engine/model-session.ts';
import { cosine, unitRows } from '../engine/unit-vector.ts';

const CHANNELS = 3;

/** Cosine between what two sessions of the image graph make of the same probe picture. */
export async function probeCosine(config: ModelConfig, a: ModelSession, b: ModelSession): Promise<number> {
  const probe = probePicture(config.image.size);
  const vectors = async (session: ModelSession) =>
    unitRows(await session.run(probe), config.embeddingDimension);
  const [first] = await vectors(a);
  const [second] = await vectors(b);
  return first && second ? cosine(first, second) : Number.NaN;
}

/** Waves of a different length in each channel, in the range of normalised pixels: no channel or axis can be mixed up unseen. */
function probePicture(size: number): Tensor {
  const data = Float32Array.from({ length: CHANNELS * size * size }, (_, index) => {
    const x = index % size;
    const y = Math.floor(index / size) % size;
    const channel = Math.floor(index / (size * size));
    return Math.sin(((channel + 1) * x) / 9) + Math.cos(((channel + 2) * y) / 14);
  });
  return { data, dims: [1, CHANNELS, size, size] };
}
