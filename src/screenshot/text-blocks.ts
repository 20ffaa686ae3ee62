import type { TextLine } from '../ocr/text-line.ts';
import type { Box } from '../shared/picture.ts';

/** Text that belongs together: one line, or several where a line was broken because there was no room. */
export interface TextBlock {
  readonly text: string;
  readonly box: Box;
}

/** Two lines belong to one block when no more than this is between them, and neither is higher than the other by more than… */
const WIDEST_LEADING = 1.1;
const HIGHER = 1.35;

/** How far, in heights of a line, two lines' edges or middles may stand apart and still be aligned. */
const ALIGNED = 0.6;

/** Heights of a line that another ideograph needs at its end, a mark after it included. */
const ROOM_FOR_IDEOGRAPH = 2.2;

const IDEOGRAPH = /[\p{Script=Han}，。、：“”「」（）]/u;

/**
 * Joins lines that were broken for want of room. `rightEdge` is how far a line could have gone: the farthest of all
 * lines that are aligned with it, or of the grid.
 */
export function textBlocks(lines: readonly TextLine[], grid: Box): TextBlock[] {
  const rest = new Set(lines);
  const blocks: TextBlock[] = [];
  for (const line of lines) {
    if (!rest.delete(line)) continue;
    let block: TextBlock = { text: line.text, box: line.box };
    let last = line;
    for (;;) {
      const next = nextLine(last, [...rest]);
      if (next === undefined || !isBroken(last, next, lines, grid)) break;
      rest.delete(next);
      block = { text: block.text + glue(block.text, next.text) + next.text, box: unite(block.box, next.box) };
      last = next;
    }
    blocks.push(block);
  }
  return blocks;
}

/** The line right below that is aligned with this one. */
export function nextLine<Line extends TextBlock>(line: TextBlock, others: readonly Line[]): Line | undefined {
  const bottom = line.box.y + line.box.height;
  return others
    .filter((other) => {
      const leading = other.box.y - bottom;
      const height = Math.max(line.box.height, other.box.height);
      return leading > -height / 2 && leading < height * WIDEST_LEADING && isAligned(line.box, other.box);
    })
    .toSorted((a, b) => a.box.y - b.box.y)[0];
}

function isAligned(a: Box, b: Box): boolean {
  const tolerance = Math.min(a.height, b.height) * ALIGNED;
  const middles = a.x + a.width / 2 - (b.x + b.width / 2);
  return Math.abs(a.x - b.x) <= tolerance || Math.abs(middles) <= tolerance;
}

/** Whether the first word of the next line had no room at the end of this one. */
function isBroken(line: TextLine, next: TextLine, lines: readonly TextLine[], grid: Box): boolean {
  const higher = Math.max(line.box.height, next.box.height) / Math.min(line.box.height, next.box.height);
  if (higher > HIGHER) return false;
  const widest = lines
    .filter(({ box }) => isAligned(box, line.box))
    .reduce(
      (width, { box }) => Math.max(width, box.width),
      Math.min(grid.width, grid.x + grid.width - line.box.x),
    );
  const room = widest - line.box.width;
  if (IDEOGRAPH.test(line.text.at(-1) ?? '')) return room < line.box.height * ROOM_FOR_IDEOGRAPH;
  const [word = ''] = next.text.split(' ');
  return room < (line.box.width / line.text.length) * (word.length + 1);
}

function glue(before: string, after: string): string {
  return IDEOGRAPH.test(before.at(-1) ?? '') || IDEOGRAPH.test(after.charAt(0)) ? '' : ' ';
}

export function unite(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
