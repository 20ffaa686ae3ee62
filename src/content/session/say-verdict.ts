import type { Answer } from '../../shared/protocol.ts';
import type { AskingText } from '../page/asking-texts.ts';
import { words } from '../words.ts';

/**
 * What the person is told of a verdict.
 *
 * @param pending how many tiles are still to be clicked
 * @param chosen how many were, where nothing more is to be done
 */
export function sayVerdict(
  answer: Answer,
  { asked }: AskingText,
  pending: number,
  chosen: number | undefined,
): string {
  const say = words();
  if (chosen !== undefined) return say.clicked(chosen);
  switch (answer.outcome) {
    case 'some':
      return say.suggested(pending);
    case 'none':
      return say.none;
    case 'unsure':
      return say.unsure;
    case 'unknown-word':
      return say.unknownWord(answer.unknown?.join('、') ?? (asked.kind === 'question' ? asked.text : ''));
    default:
      return answer.outcome satisfies never;
  }
}
