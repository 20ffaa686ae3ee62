import type { Beyond, NotUnderstoodReason } from '../grid/asked-for.ts';
import type { TextReader } from '../ocr/text-reader.ts';
import type { Box, Picture } from '../shared/picture.ts';
import { matchQuestion } from './match-question.ts';
import { segment, type TileGrid } from '../segmentation/segment.ts';

/** What a screenshot asks, or why nothing can be answered. */
export type Reading =
  | {
      readonly kind: 'question';
      readonly question: string;
      readonly text: string;
      readonly count?: number;
      /** What is asked for beyond one thing; never an example, which is not looked for in a picture. */
      readonly ask?: Exclude<Beyond, { kind: 'example' }>;
      readonly grid: TileGrid;
    }
  | { readonly kind: 'no-grid' }
  | { readonly kind: 'no-question'; readonly grid: TileGrid }
  | {
      readonly kind: 'not-understood';
      readonly question: string;
      readonly reason: NotUnderstoodReason;
      readonly grid: TileGrid;
    };

/** Milliseconds by step. */
export interface ReadingTimes {
  readonly segment: number;
  readonly read: number;
}

export interface TimedReading {
  readonly reading: Reading;
  readonly times: ReadingTimes;
}

/** Text is looked for this far from the grid first, in widths and heights of the grid. */
const ASIDE = 0.5;
const ABOVE = 0.8;
const BELOW = 0.5;

/** Grids whose surroundings are read before the whole picture is. */
const MOST_GRIDS = 3;

/** Text that ends this near to the edge of what was read, in heights of its line, may go on beyond. */
const CUT_MARGIN = 0.3;

/** Finds the tiles, reads the text around them and takes the request that belongs to them. Rejects when OCR fails. */
export async function readScreenshot(
  picture: Picture,
  reader: TextReader,
  now: () => number,
): Promise<TimedReading> {
  const start = now();
  const grids = segment(picture);
  const segmented = now();
  const reading = await readAround(picture, reader, grids);
  return { reading, times: { segment: segmented - start, read: now() - segmented } };
}

async function readAround(
  picture: Picture,
  reader: TextReader,
  grids: readonly TileGrid[],
): Promise<Reading> {
  const [first] = grids;
  if (first === undefined) return { kind: 'no-grid' };
  for (const place of places(grids, picture)) {
    const match = matchQuestion(grids, await reader.read(picture, place));
    if (match === undefined || isCutOff(match.question.box, place, picture)) continue;
    const { question, asked } = match.question;
    const { grid } = match;
    if (asked.kind === 'not-understood') return { ...asked, question, grid };
    const { beyond, ...asks } = asked;
    if (beyond === undefined) return { ...asks, question, grid };
    if (beyond.kind !== 'example') return { ...asks, ask: beyond, question, grid };
    return { kind: 'not-understood', reason: 'example', question, grid };
  }
  return { kind: 'no-question', grid: first };
}

/** Where the question may be: around each grid, then in the whole width there, then anywhere. */
function places(grids: readonly TileGrid[], { width, height }: Picture): Box[] {
  const around = grids.slice(0, MOST_GRIDS).map(({ box }) => surroundings(box));
  const [nearest] = around;
  const bands = nearest === undefined ? [] : [{ x: 0, y: nearest.y, width, height: nearest.height }];
  return [...around, ...bands, { x: 0, y: 0, width, height }];
}

function surroundings({ x, y, width, height }: Box): Box {
  return {
    x: x - width * ASIDE,
    y: y - height * ABOVE,
    width: width * (1 + 2 * ASIDE),
    height: height * (1 + ABOVE + BELOW),
  };
}

/** Whether a text goes on beyond the left or right edge of what was read. */
function isCutOff(text: Box, place: Box, picture: Picture): boolean {
  const margin = text.height * CUT_MARGIN;
  const right = place.x + place.width;
  return (
    (place.x > 0 && text.x - place.x < margin) ||
    (right < picture.width && right - (text.x + text.width) < margin)
  );
}
