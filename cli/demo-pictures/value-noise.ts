/** Smooth noise in 0..1 over a lattice of random values; `scaleX` and `scaleY` are pixels between lattice points. */
export type Noise = (x: number, y: number) => number;

/** Lattice points a side; the pattern repeats after so many, which is wider than any picture here. */
const LATTICE = 64;
const OCTAVES = 4;

export function valueNoise(random: () => number, scaleX: number, scaleY: number): Noise {
  const lattice = Float32Array.from({ length: LATTICE * LATTICE }, random);
  const at = (column: number, row: number): number =>
    lattice[(row & (LATTICE - 1)) * LATTICE + (column & (LATTICE - 1))] ?? 0;
  const layer = (x: number, y: number): number => {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [smooth(x - column), smooth(y - row)];
    const top = mix(at(column, row), at(column + 1, row), u);
    const bottom = mix(at(column, row + 1), at(column + 1, row + 1), u);
    return mix(top, bottom, v);
  };
  return (x, y) => {
    let [sum, weight, total] = [0, 1, 0];
    for (let octave = 0; octave < OCTAVES; octave++) {
      const zoom = 2 ** octave;
      sum += weight * layer((x * zoom) / scaleX, (y * zoom) / scaleY);
      total += weight;
      weight /= 2;
    }
    return sum / total;
  };
}

export function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}
