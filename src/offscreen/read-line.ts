import * as v from 'valibot';
import type { TextReader } from '../ocr/text-reader.ts';
import { mendTraditional } from '../screenshot/mend-traditional.ts';
import { CHANNELS, type Picture } from '../shared/picture.ts';

/** Past any line of text on a screen; pixels. */
const MOST_PIXELS = 1_000_000;
/** Paper around the text, without which the detector misses letters that touch the edge. Pixels. */
const MARGIN = 16;

const bytes = v.union([v.instance(Uint8Array), v.instance(Uint8ClampedArray)]);
const side = v.pipe(v.number(), v.integer(), v.minValue(1));
const lineSchema = v.pipe(
  v.object({ width: side, height: side, rgba: bytes }),
  v.check(({ width, height, rgba }) => {
    return width * height <= MOST_PIXELS && rgba.length === width * height * CHANNELS;
  }),
);

/** The picture with paper of its own colour around it. */
function padded({ width, height, rgba }: Picture): Picture {
  const [wide, high] = [width + 2 * MARGIN, height + 2 * MARGIN];
  const paper = new Uint8ClampedArray(wide * high * CHANNELS);
  const corner = rgba.subarray(0, CHANNELS);
  for (let at = 0; at < paper.length; at += CHANNELS) paper.set(corner, at);
  for (let row = 0; row < height; row++) {
    const line = rgba.subarray(row * width * CHANNELS, (row + 1) * width * CHANNELS);
    paper.set(line, ((row + MARGIN) * wide + MARGIN) * CHANNELS);
  }
  return { width: wide, height: high, rgba: paper };
}

/**
 * Lines of text in a picture that a page sends. Rejects where it is no picture, or too large to be a line of text.
 */
export async function readLine(image: unknown, reader: TextReader): Promise<readonly string[]> {
  const line = v.safeParse(lineSchema, image);
  if (!line.success) {
    throw new TypeError(`readText: expected at most ${MOST_PIXELS} pixels of RGBA, found something else`);
  }
  const lines = await reader.read(padded(line.output));
  return lines.map(({ text }) => mendTraditional(text));
}
