import { askingLine } from '../../grid/asking-line.ts';
import type { NotUnderstood, Question } from '../../grid/asked-for.ts';
import { mayBeQuestion, readQuestion } from '../../grid/read-question.ts';
import { pseudoText } from '../pseudo-texts.ts';
import { areBeside, linesOf, textOfLines } from './block-text.ts';
import { labelText, type TextRun } from './text-runs.ts';

/** A block of text, the label of a group, or what CSS lays into an element, that asks for pictures. */
export interface AskingText {
  readonly element: Element;
  /** Empty for a label and for what CSS says, which have no place of their own. */
  readonly texts: readonly Text[];
  /** As the person reads it. */
  readonly question: string;
  readonly asked: Question | NotUnderstood;
  /** What the texts held when they were read. */
  readonly data: string;
  /** The question is drawn: the element is its picture, and stands where the question stands. */
  readonly isDrawn?: true;
}

/** A block of more lines is not taken apart: each is read anew. */
const MOST_LINES = 8;

/** A run of texts by the lines in which it is seen; a label has none. */
interface Lines {
  readonly lines: readonly (readonly Text[])[];
  readonly text: string;
}

function linesOfRun({ texts, data }: TextRun): Lines {
  const lines = linesOf(texts);
  return { lines, text: texts.length === 0 ? data : textOfLines(lines) };
}

/**
 * The lines that make up the request: without titles over it, and without what stands in other columns of the same bar,
 * which would blur where it stands.
 */
function core({ lines }: Lines, asked: Question | NotUnderstood): readonly (readonly Text[])[] {
  if (lines.length > MOST_LINES) return lines;
  const meaning = JSON.stringify(asked);
  const saysTheSame = (part: readonly (readonly Text[])[]): boolean =>
    JSON.stringify(readQuestion(textOfLines(part))) === meaning;
  let kept = lines;
  while (kept.length > 1 && saysTheSame(kept.slice(1))) kept = kept.slice(1);
  for (;;) {
    const [first, last] = [kept[0], kept.at(-1)];
    if (!first || !last || first === last || !areBeside(first, last)) return kept;
    if (!saysTheSame(kept.slice(0, -1))) return kept;
    kept = kept.slice(0, -1);
  }
}

function narrowed(run: TextRun, lines: Lines['lines'], asked: Question | NotUnderstood): AskingText {
  const texts = lines.flat();
  const isWhole = texts.length === run.texts.length;
  const part = isWhole ? run : { ...run, texts, data: texts.map(({ data }) => data).join('') };
  const text = texts.length === 0 ? run.data : textOfLines(lines);
  return { ...part, question: askingLine(text, asked), asked };
}

/** The part of a bar that asks, beside another that says something else: a title and 关闭. */
function askingInBar(run: TextRun, { lines }: Lines): AskingText | undefined {
  if (lines.length > MOST_LINES) return undefined;
  for (const line of lines) {
    const isBeside = lines.some((other) => other !== line && areBeside(line, other));
    const asked = isBeside ? readQuestion(textOfLines([line])) : undefined;
    if (asked) return narrowed(run, [line], asked);
  }
  return undefined;
}

/** What a run of texts asks for, if anything; the run after it may name the thing. */
export function askingText(run: TextRun, next: TextRun | undefined): AskingText | undefined {
  if (!mayBeQuestion(run.data)) return undefined;
  const own = linesOfRun(run);
  const alone = readQuestion(own.text);
  if (alone) return narrowed(run, core(own, alone), alone);
  const part = askingInBar(run, own);
  if (part || !next) return part;
  const after = linesOfRun(next).text;
  const asked = readQuestion(own.text, after);
  if (!asked) return undefined;
  return {
    element: run.element,
    texts: [...run.texts, ...next.texts],
    data: run.data + next.data,
    question: askingLine(`${own.text}\n${after}`, asked),
    asked,
  };
}

/** Whether it still stands on the page as it was read. */
export function isCurrent({ element, texts, data }: AskingText): boolean {
  if (!element.isConnected) return false;
  if (texts.length === 0) return labelText(element) === data || pseudoText(element) === data;
  return texts.every((text) => text.isConnected) && texts.map((text) => text.data).join('') === data;
}
