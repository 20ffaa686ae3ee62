import { askingText, isCurrent, type AskingText } from './asking-texts.ts';
import { layoutParent } from './flat-tree.ts';
import { isInSkipped, type TextRun } from './text-runs.ts';

/** The questions of a page, shown or not. */
export interface QuestionList {
  /** Says whether there is room for more. */
  readonly take: (run: TextRun, next: TextRun | undefined) => boolean;
  readonly isFull: () => boolean;
  /** Those that are still on the page. */
  readonly current: () => readonly AskingText[];
}

/** A page with more requests lists them. */
const MAX_QUESTIONS = 40;

/** A list whose items ask for different things tells of such questions and asks none. */
function isListed({ element, question }: AskingText, all: readonly AskingText[]): boolean {
  const list = element.closest('li')?.parentElement;
  if (!list || list.querySelector('img,canvas,svg,input,button')) return false;
  return all.some((other) => other.question !== question && list.contains(other.element));
}

/** @param onStale told of the places of questions whose words have changed: a part of them may have been replaced */
export function createQuestionList(onStale: (around: Element) => void = () => undefined): QuestionList {
  const questions = new Map<Node, AskingText>();
  const isFull = (): boolean => questions.size >= MAX_QUESTIONS;
  return {
    isFull,
    take(run, next) {
      const key = run.texts[0] ?? run.element;
      const before = questions.get(key);
      if (!before && isFull()) return false;
      const asking = askingText(run, next);
      // Read again and found the same: it stays the same question.
      const isSame = before?.data === asking?.data && before?.question === asking?.question;
      if (asking && !isSame && !isInSkipped(run.element)) questions.set(key, asking);
      return true;
    },
    current() {
      for (const [key, asking] of questions) {
        if (isCurrent(asking)) continue;
        questions.delete(key);
        const around = layoutParent(asking.element);
        if (around) onStale(around);
      }
      const all = [...questions.values()];
      return all.filter((asking) => !isListed(asking, all));
    },
  };
}
