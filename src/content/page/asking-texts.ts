import { askingLine } from '../../grid/asking-line.ts';
import type { NotUnderstood, Question } from '../../grid/asked-for.ts';
import { mayBeQuestion, readQuestion } from '../../grid/read-question.ts';
import { blockText } from './block-text.ts';
import { labelText, type TextRun } from './text-runs.ts';

/** A block of text, or the label of a group, that asks for pictures. */
export interface AskingText {
  readonly element: Element;
  /** Empty for a label, which has no place of its own. */
  readonly texts: readonly Text[];
  /** As the person reads it. */
  readonly question: string;
  readonly asked: Question | NotUnderstood;
  /** What the texts held when they were read. */
  readonly data: string;
  /** The question is drawn: the element is its picture, and stands where the question stands. */
  readonly isDrawn?: true;
}

function textOf({ texts, data }: TextRun): string {
  return texts.length === 0 ? data : blockText(texts);
}

/** What a run of texts asks for, if anything; the run after it may name the thing. */
export function askingText(run: TextRun, next: TextRun | undefined): AskingText | undefined {
  if (!mayBeQuestion(run.data)) return undefined;
  const text = textOf(run);
  const alone = readQuestion(text);
  if (alone) return { ...run, question: askingLine(text, alone), asked: alone };
  const whole = next && `${text}\n${textOf(next)}`;
  const asked = next && readQuestion(text, textOf(next));
  if (!asked || whole === undefined) return undefined;
  return {
    element: run.element,
    texts: [...run.texts, ...next.texts],
    data: run.data + next.data,
    question: askingLine(whole, asked),
    asked,
  };
}

/** Whether it still stands on the page as it was read. */
export function isCurrent({ element, texts, data }: AskingText): boolean {
  if (!element.isConnected) return false;
  if (texts.length === 0) return labelText(element) === data;
  return texts.every((text) => text.isConnected) && texts.map((text) => text.data).join('') === data;
}
