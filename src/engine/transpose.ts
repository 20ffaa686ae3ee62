/** Rows become columns: `pixels[y * width + x]` goes to `x * height + y`. */
export function transposed(pixels: Uint32Array, width: number, height: number): Uint32Array {
  const result = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) result[x * height + y] = pixels[y * width + x] ?? 0;
  }
  return result;
}

/** Rows become columns within the square of `size` numbers a side that starts at `offset`. */
export function transposeSquare(numbers: Float32Array, offset: number, size: number): void {
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < y; x++) {
      const below = offset + y * size + x;
      const above = offset + x * size + y;
      const kept = numbers[below] ?? 0;
      numbers[below] = numbers[above] ?? 0;
      numbers[above] = kept;
    }
  }
}
