import type { ModelConfig } from '../engine/model-config.ts';
import type { ModelSession, Tensor } from '../engine/model-session.ts';
import { cosine, unitRows } from '../engine/unit-vector.ts';

const CHANNELS = 3;

/** Pixels from one picture's waves to the next one's. */
const SHIFT = 5;

/** Cosine between what two sessions of the image graph make of the same probe picture. */
export async function probeCosine(config: ModelConfig, a: ModelSession, b: ModelSession): Promise<number> {
  const probe = probePictures(config.image.size, 1);
  const vectors = async (session: ModelSession) =>
    unitRows(await session.run(probe), config.embeddingDimension);
  const [first] = await vectors(a);
  const [second] = await vectors(b);
  return first && second ? cosine(first, second) : Number.NaN;
}

/**
 * Waves of a different length in each channel, in the range of normalised pixels: no channel or axis can be mixed up
 * unseen. Each picture is shifted against the one before.
 */
export function probePictures(size: number, count: number): Tensor {
  const plane = size * size;
  const data = Float32Array.from({ length: count * CHANNELS * plane }, (_, index) => {
    const picture = Math.floor(index / (CHANNELS * plane));
    const x = (index % size) + picture * SHIFT;
    const y = Math.floor(index / size) % size;
    const channel = Math.floor(index / plane) % CHANNELS;
    return Math.sin(((channel + 1) * x) / 9) + Math.cos(((channel + 2) * y) / 14);
  });
  return { data, dims: [count, CHANNELS, size, size] };
}
