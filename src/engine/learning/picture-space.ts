/**
 * A dimension that holds a quarter of every picture's squared length, and much the same in all, says nothing of one of
 * them: the padding of the embedded model, the few rogue dimensions of CLIP.
 */
const CARRIER = 0.5;
/** How far its values may lie from their mean, as a share of it. */
const CARRIER_SPREAD = 0.5;

/** Lengths below are rounding: a picture like the average of all has no direction of its own. */
const SMALLEST = 1e-6;

/** Where pictures lie seen from the middle of those that were taught: cosines there tell one from another. */
export interface PictureSpace {
  /** Unit length, or zero for what lies in the middle itself. */
  place(vector: Float32Array): Float32Array;
}

export function pictureSpace(vectors: readonly Float32Array[]): PictureSpace {
  const carriers = [...meanOf(vectors).entries()].flatMap(([index, mean]) => {
    const isSteady = (vector: Float32Array): boolean =>
      Math.abs((vector[index] ?? 0) - mean) < CARRIER_SPREAD * Math.abs(mean);
    return Math.abs(mean) > CARRIER && vectors.every(isSteady) ? [index] : [];
  });
  const contentOf = (vector: Float32Array): Float32Array => {
    const content = vector.slice();
    for (const index of carriers) content[index] = 0;
    return unit(content);
  };
  const middle = meanOf(vectors.map(contentOf));
  return {
    place(vector) {
      const content = contentOf(vector);
      addTimes(content, -1, middle);
      return unit(content);
    },
  };
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) addTimes(mean, 1 / vectors.length, vector);
  return mean;
}

/** Scales in place. */
function unit(values: Float32Array): Float32Array {
  const length = Math.sqrt(dot(values, values));
  const scale = length < SMALLEST ? 0 : 1 / length;
  for (let index = 0; index < values.length; index++) values[index] = (values[index] ?? 0) * scale;
  return values;
}

/** Adds `factor * other` in place. */
export function addTimes(values: Float32Array, factor: number, other: Float32Array): void {
  for (let index = 0; index < values.length; index++) {
    values[index] = (values[index] ?? 0) + factor * (other[index] ?? 0);
  }
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
