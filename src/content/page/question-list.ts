import { askingText, isCurrent, type AskingText } from './asking-texts.ts';
import type { TextRun } from './text-runs.ts';

/** The questions of a page, shown or not. */
export interface QuestionList {
  readonly take: (run: TextRun, next: TextRun | undefined) => void;
  /** Those that are still on the page. */
  readonly current: () => readonly AskingText[];
}

/** A page with more requests lists them. */
const MAX_QUESTIONS = 40;

export function createQuestionList(): QuestionList {
  const questions = new Map<Node, AskingText>();
  return {
    take(run, next) {
      const key = run.texts[0] ?? run.element;
      const before = questions.get(key);
      const asking = askingText(run, next);
      // Read again and found the same: it stays the same question.
      const isSame = before?.data === asking?.data && before?.question === asking?.question;
      if (asking && !isSame && questions.size < MAX_QUESTIONS) questions.set(key, asking);
    },
    current() {
      for (const [key, asking] of questions) if (!isCurrent(asking)) questions.delete(key);
      return [...questions.values()];
    },
  };
}
