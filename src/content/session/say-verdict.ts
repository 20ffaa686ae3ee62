import type { Answer } from '../../shared/protocol.ts';
import type { AskingText } from '../page/asking-texts.ts';
import { words } from '../words.ts';

/** What the person is told of a verdict. */
export function sayVerdict(answer: Answer, { asked }: AskingText, pending: number, isDone: boolean): string {
  const say = words();
  if (isDone) return say.clicked(answer.selected.length);
  switch (answer.outcome) {
    case 'some':
      return say.suggested(pending);
    case 'none':
      return say.none;
    case 'unsure':
      return say.unsure;
    case 'unknown-word':
      return say.unknownWord(asked.kind === 'question' ? asked.text : '');
    default:
      return answer.outcome satisfies never;
  }
}
