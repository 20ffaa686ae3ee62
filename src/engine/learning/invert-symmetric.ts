/**
 * Inverse of a symmetric positive definite matrix, row by row, by Cholesky's decomposition: n³ multiplications.
 *
 * @param matrix n * n values, overwritten
 */
export function invertSymmetric(matrix: Float64Array, n: number): Float64Array {
  decompose(matrix, n);
  const inverse = new Float64Array(n * n);
  const column = new Float64Array(n);
  for (let of = 0; of < n; of++) {
    column.fill(0);
    column[of] = 1;
    substitute(matrix, n, column);
    inverse.set(column, of * n);
  }
  return inverse;
}

/** Leaves the lower triangle L of matrix = L Lᵀ in its place. */
function decompose(matrix: Float64Array, n: number): void {
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = at(matrix, row * n + column);
      for (let k = 0; k < column; k++) sum -= at(matrix, row * n + k) * at(matrix, column * n + k);
      matrix[row * n + column] = row === column ? Math.sqrt(sum) : sum / at(matrix, column * n + column);
    }
  }
}

/** Solves L Lᵀ x = right in place. */
function substitute(lower: Float64Array, n: number, right: Float64Array): void {
  for (let row = 0; row < n; row++) {
    let sum = at(right, row);
    for (let k = 0; k < row; k++) sum -= at(lower, row * n + k) * at(right, k);
    right[row] = sum / at(lower, row * n + row);
  }
  for (let row = n - 1; row >= 0; row--) {
    let sum = at(right, row);
    for (let k = row + 1; k < n; k++) sum -= at(lower, k * n + row) * at(right, k);
    right[row] = sum / at(lower, row * n + row);
  }
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}
