/** Solves `matrix · x = right` for a symmetric positive definite matrix (rows in one array), by Cholesky. */
export function solveLinear(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number): number => row * size + column;
  const lower = new Float64Array(matrix.length);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[at(row, column)] ?? 0;
      for (let k = 0; k < column; k++) sum -= (lower[at(row, k)] ?? 0) * (lower[at(column, k)] ?? 0);
      if (row === column && sum <= 0) {
        throw new RangeError(`expected a positive definite matrix, found pivot ${sum} in row ${row}`);
      }
      lower[at(row, column)] = row === column ? Math.sqrt(sum) : sum / (lower[at(column, column)] ?? 1);
    }
  }
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) x[row] = (x[row] ?? 0) - (lower[at(row, k)] ?? 0) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / (lower[at(row, row)] ?? 1);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row] = (x[row] ?? 0) - (lower[at(k, row)] ?? 0) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / (lower[at(row, row)] ?? 1);
  }
  return x;
}
