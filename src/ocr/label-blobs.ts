/** Pixels above a threshold that touch one another, at corners too. */
export interface Blob {
  readonly left: number;
  readonly top: number;
  /** One beyond the last pixel. */
  readonly right: number;
  readonly bottom: number;
  /** Pixels, and the sum of their values. */
  readonly count: number;
  readonly sum: number;
}

/** Finds all blobs of a row-major map. */
export function labelBlobs(values: Float32Array, width: number, height: number, threshold: number): Blob[] {
  const seen = new Uint8Array(width * height);
  const stack: number[] = [];
  const blobs: Blob[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 1 || (values[start] ?? 0) < threshold) continue;
    seen[start] = 1;
    stack.push(start);
    blobs.push(flood(values, width, height, threshold, seen, stack));
  }
  return blobs;
}

function flood(
  values: Float32Array,
  width: number,
  height: number,
  threshold: number,
  seen: Uint8Array,
  stack: number[],
): Blob {
  let [left, top, right, bottom, count, sum] = [width, height, 0, 0, 0, 0];
  for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
    const x = pixel % width;
    const y = (pixel - x) / width;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + 1);
    bottom = Math.max(bottom, y + 1);
    count++;
    sum += values[pixel] ?? 0;
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const next = row * width + column;
        if (seen[next] === 1 || (values[next] ?? 0) < threshold) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
  }
  return { left, top, right, bottom, count, sum };
}
