import { expect, test } from 'vitest';
import { invertSymmetric } from './invert-symmetric.ts';

test('a matrix times its inverse is one', () => {
  const matrix = [4, 1, 2, 1, 5, 3, 2, 3, 6];
  const inverse = invertSymmetric(Float64Array.from(matrix), 3);
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      const product = [0, 1, 2].reduce((sum, k) => sum + matrix[row * 3 + k]! * inverse[k * 3 + column]!, 0);
      expect(product).toBeCloseTo(row === column ? 1 : 0, 12);
    }
  }
});
