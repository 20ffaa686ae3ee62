import { translate } from '../own-pages/translate.ts';
import type { PageState } from '../shared/messages.ts';
import type { Answer } from '../shared/protocol.ts';

/**
 * One sentence on how it stands: what was clicked, else what would be chosen with the slider where it is. Empty where
 * only the page itself knows what to say: it failed, or left the question alone unread.
 */
export function summary(page: PageState, word: string, answer: Answer | undefined): string {
  if (page.phase === 'failed') return '';
  if (page.phase === 'scoring') return translate('scoring');
  if (page.phase === 'cancelled') return translate('solveCancelled');
  if (page.phase === 'clicked' && page.clicked?.length) return translate('tilesClicked', list(page.clicked));
  return answer ? outcome(answer, word) : '';
}

function outcome(answer: Answer, word: string): string {
  switch (answer.outcome) {
    case 'some':
      return translate('tilesChosen', list(answer.selected));
    case 'none':
      return translate('noTileFits');
    case 'unsure':
      return translate('outcomeUnsure');
    case 'unknown-word':
      return translate('outcomeUnknownWord', word);
    default:
      return answer.outcome satisfies never;
  }
}

function list(positions: readonly number[]): string {
  return positions.join(', ');
}
