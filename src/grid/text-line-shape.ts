/** CSS pixels: a line of text that a person reads. */
const HEIGHT = { least: 14, most: 84 } as const;
const LEAST_WIDTH = 44;
const MOST_WIDTH = 720;
/** Two characters are about this much wider than they are high, without the space around them. */
const LEAST_ASPECT = 1.8;

/** Whether a box could be a line or two of text drawn as a picture. */
export function isTextLine(width: number, height: number): boolean {
  return (
    height >= HEIGHT.least &&
    height <= HEIGHT.most &&
    width >= LEAST_WIDTH &&
    width <= MOST_WIDTH &&
    width >= height * LEAST_ASPECT
  );
}
