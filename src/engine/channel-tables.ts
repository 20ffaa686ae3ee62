/** Red, green, blue: by 8-bit value before clipping, counted from TABLE_ZERO, what goes into the tensor. */
export type ChannelTables = readonly [Float32Array, Float32Array, Float32Array];

/** Bicubic overshoots 0..255 by less than that range to either side, so the tables reach from -256 to 511. */
export const TABLE_ZERO = 256;
const TABLE_LENGTH = 3 * 256;

/**
 * Clipped, divided by 255, less mean, over deviation; each step rounded to 32 bits as torchvision's ToTensor and
 * Normalize round it.
 */
export function normalisingTables(
  mean: readonly [number, number, number],
  std: readonly [number, number, number],
): ChannelTables {
  const channel = (index: 0 | 1 | 2) =>
    tableOf((value) => {
      const { fround } = Math;
      return fround(fround(value / 255) - fround(mean[index])) / fround(std[index]);
    });
  return [channel(0), channel(1), channel(2)];
}

/** The 8-bit values themselves. */
export function plainTables(): ChannelTables {
  return [tableOf((value) => value), tableOf((value) => value), tableOf((value) => value)];
}

function tableOf(of: (value: number) => number): Float32Array {
  return Float32Array.from({ length: TABLE_LENGTH }, (_, index) =>
    of(Math.min(Math.max(index - TABLE_ZERO, 0), 255)),
  );
}
