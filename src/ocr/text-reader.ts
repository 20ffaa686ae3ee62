import type { ModelSession } from '../engine/model-session.ts';
import type { Box, Picture } from '../shared/picture.ts';
import { shrink } from '../shared/shrink.ts';
import { cropPicture } from '../shared/crop-picture.ts';
import { decodeCtc, type ReadCharacter } from './decode-ctc.ts';
import { detectionInput } from './detection-input.ts';
import { fillGaps } from './fill-gaps.ts';
import { findTextBoxes } from './find-text-boxes.ts';
import { findWordExtents } from './find-word-extents.ts';
import { hasWords, joinCharacters, partWords } from './part-words.ts';
import { lineWidth, recognitionInput } from './recognition-input.ts';
import type { TextLine } from './text-line.ts';

/** PP-OCR's two graphs with the characters of the second. */
export interface TextModels {
  /** `[1, 3, h, w]` to `[1, 1, h, w]`. */
  readonly detection: ModelSession;
  /** `[n, 3, 48, w]` to `[n, w / 8, classes]`. */
  readonly recognition: ModelSession;
  readonly characters: readonly string[];
}

export interface TextReader {
  /** Lines of text inside `region` (the whole picture without one), from top to bottom. Rejects when a graph fails. */
  read(picture: Picture, region?: Box): Promise<TextLine[]>;
  close(): Promise<void>;
}

/** Longest side that the detector is given, pixels: characters of 12 px survive in a region of 2,000 px. */
const LONGEST_SIDE = 1280;

/** Lines read in one run; of similar length, so that little of it is padding. */
const BATCH = 6;

/** Most lines read: a page of prose is no question. */
const MOST_LINES = 120;

/** Upright text is not read; its boxes are taller than wide by this. */
const UPRIGHT = 1.5;

/** Lines that the recogniser doubts more than this are pictures or ornaments. */
const LEAST_CONFIDENCE = 0.5;

export function createTextReader({ detection, recognition, characters }: TextModels): TextReader {
  const recognise = async (picture: Picture, boxes: readonly Box[]): Promise<TextLine[]> => {
    const input = recognitionInput(picture, boxes);
    const [, , , columns = 1] = input.dims;
    const output = await recognition.run(input);
    const lines = decodeCtc(output, characters);
    return boxes.map((box, index) => {
      const extent = lineWidth(box) / columns;
      return toLine(picture, box, fillGaps(lines[index] ?? [], extent, output, index, characters), extent);
    });
  };
  return {
    async read(picture, region) {
      const boxes = (await detect(detection, picture, region))
        .filter(({ width, height }) => height <= width * UPRIGHT)
        .slice(0, MOST_LINES)
        .toSorted((a, b) => lineWidth(a) - lineWidth(b));
      const lines: TextLine[] = [];
      for (let start = 0; start < boxes.length; start += BATCH) {
        lines.push(...(await recognise(picture, boxes.slice(start, start + BATCH))));
      }
      return lines
        .filter(({ text, confidence }) => text !== '' && confidence >= LEAST_CONFIDENCE)
        .toSorted((a, b) => a.box.y - b.box.y);
    },
    async close() {
      await Promise.all([detection.close(), recognition.close()]);
    },
  };
}

/** Boxes of lines in pixels of the whole picture. */
async function detect(detection: ModelSession, picture: Picture, region?: Box): Promise<Box[]> {
  const part = region === undefined ? { picture, x: 0, y: 0 } : cropPicture(picture, region);
  if (part.picture.width === 0 || part.picture.height === 0) return [];
  const { picture: small, scale } = shrink(part.picture, LONGEST_SIDE);
  const map = await detection.run(detectionInput(small));
  return findTextBoxes(map).map(({ x, y, width, height }) => ({
    x: part.x + x * scale,
    y: part.y + y * scale,
    width: Math.min(width, small.width - x) * scale,
    height: Math.min(height, small.height - y) * scale,
  }));
}

/** `extent`: share of the recogniser's input that the line takes, the rest being padding. */
function toLine(picture: Picture, box: Box, read: readonly ReadCharacter[], extent: number): TextLine {
  const sum = read.reduce((total, { probability }) => total + probability, 0);
  return {
    text: hasWords(read) ? readWords(picture, box, read, extent) : joinCharacters(read),
    confidence: read.length === 0 ? 0 : sum / read.length,
    box,
  };
}

function readWords(picture: Picture, box: Box, read: readonly ReadCharacter[], extent: number): string {
  const placed = read.map(({ character, probability, place }) => ({
    character,
    probability,
    place: box.x + (place / extent) * box.width,
  }));
  return partWords(placed, findWordExtents(picture, box));
}
