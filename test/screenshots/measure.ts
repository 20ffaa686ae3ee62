import sharp from 'sharp';
import { readQuestion } from '../../src/grid/read-question.ts';
import type { TextReader } from '../../src/ocr/text-reader.ts';
import { readScreenshot, type Reading } from '../../src/screenshot/read-screenshot.ts';
import type { Screenshot } from './compose.ts';
import type { Box, Truth } from './look.ts';

export const LEAST_IOU = 0.9;

export interface Measured {
  readonly name: string;
  readonly questionRight: boolean;
  /** Rows, columns and every tile's place. */
  readonly tilesRight: boolean;
  readonly found: string;
  readonly milliseconds: number;
}

export async function measure({ look, png, truth }: Screenshot, reader: TextReader): Promise<Measured> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const picture = { width: info.width, height: info.height, rgba: new Uint8Array(data) };
  const start = performance.now();
  const { reading } = await readScreenshot(picture, reader, () => performance.now());
  return {
    name: look.name,
    questionRight: isQuestionRight(reading, truth.question),
    tilesRight: areTilesRight(reading, truth),
    found: describe(reading),
    milliseconds: performance.now() - start,
  };
}

/** The same words (however spaced), and what is asked for and how many as the phrase table reads the true text. */
function isQuestionRight(reading: Reading, question: string): boolean {
  const wanted = readQuestion(question);
  if (wanted?.kind !== 'question') throw new Error(`"${question}": expected a question that the table knows`);
  return (
    reading.kind === 'question' &&
    reading.text === wanted.text &&
    reading.count === wanted.count &&
    unspaced(reading.question) === unspaced(question)
  );
}

function unspaced(text: string): string {
  return text.replace(/\s/g, '').toLowerCase();
}

function areTilesRight(reading: Reading, { rows, columns, tiles }: Truth): boolean {
  if (reading.kind === 'no-grid') return false;
  const { grid } = reading;
  return (
    grid.rows === rows &&
    grid.columns === columns &&
    tiles.every((tile, index) => iou(tile, grid.tiles[index]!) >= LEAST_IOU)
  );
}

export function iou(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared / (a.width * a.height + b.width * b.height - shared);
}

function describe(reading: Reading): string {
  if (reading.kind === 'no-grid') return 'no grid';
  const grid = `${reading.grid.rows} × ${reading.grid.columns}`;
  return 'question' in reading ? `${grid}, "${reading.question}"` : `${grid}, no question`;
}
