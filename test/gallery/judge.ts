import type { PageState } from '../../src/shared/messages.ts';
import { type Box, type ExpectedGrid, list } from './expected.ts';
import { intersectionOverUnion } from './intersection.ts';

/** Tiles found must cover the true ones at least this much (intersection over union). */
const MIN_OVERLAP = 0.9;

/** Words that a found question may have around the true one: a label, a hint to press the button. Characters. */
const MAX_AROUND_QUESTION = 24;

/** A grid as its page says it is. */
export interface Truth {
  readonly grid: ExpectedGrid;
  readonly boxes: readonly Box[];
  /** Other boxes that are as right, or none. */
  readonly also: readonly Box[];
}

/** Everything in which a found grid differs from the true one, as sentences; empty where it is right. */
export function faultsOf(found: PageState, truth: Truth): string[] {
  const { grid } = truth;
  const { rows = 0, columns = 0, boxes = [] } = found;
  const faults: string[] = [];
  if (rows !== grid.rows || columns !== grid.columns) {
    faults.push(`size: expected ${grid.rows}×${grid.columns}, found ${rows}×${columns}`);
  } else {
    const misplaced = boxes.flatMap((box, index) => misplacedTile(box, index, truth));
    if (misplaced.length > 0) faults.push(`tiles: ${misplaced.join(', ')}`);
  }
  if (!sameQuestion(found.question ?? '', grid)) {
    faults.push(`question: expected "${grid.question}", found "${found.question ?? ''}"`);
  }
  return [...faults, ...(grid.understood ? wordFaults(found, grid) : kindFaults(found))];
}

function misplacedTile(box: Box, index: number, { boxes, also }: Truth): string[] {
  const overlaps = [boxes[index], also[index]].map((true_) =>
    true_ === undefined ? 0 : intersectionOverUnion(box, true_),
  );
  const overlap = Math.max(...overlaps);
  return overlap >= MIN_OVERLAP ? [] : [`tile ${index + 1} overlaps ${overlap.toFixed(2)}`];
}

/** A question beyond one thing must be left alone, whatever was read of it. */
function kindFaults({ phase }: PageState): string[] {
  return phase === 'left-alone' ? [] : [`expected to be left alone, found ${phase}`];
}

function wordFaults({ phase, text = '', message }: PageState, grid: ExpectedGrid): string[] {
  const words = list(grid.text);
  if (words.some((word) => plain(word) === plain(text))) return [];
  const why = phase === 'left-alone' ? ` (left alone: ${message ?? 'no reason given'})` : '';
  return [`text: expected ${words.join(' or ')}, found "${text}"${why}`];
}

/** The whole text, or the part of it that asks; some words around it do no harm. */
function sameQuestion(found: string, grid: ExpectedGrid): boolean {
  const [a, b] = [plain(found), plain(grid.question)];
  if (a.includes(b)) return a.length - b.length <= MAX_AROUND_QUESTION;
  const holdsWord = !grid.understood || list(grid.text).some((word) => a.includes(plain(word)));
  return a !== '' && b.includes(a) && holdsWord;
}

/** Without white space and letter case, in which equal texts may differ. */
function plain(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}
