import type { Answer } from '../../shared/protocol.ts';
import type { AskingText } from '../page/asking-texts.ts';
import { words } from '../words.ts';
import { corrected, type Corrections } from './corrections.ts';
import { sayVerdict } from './say-verdict.ts';
import type { SessionView } from './session-view.ts';

export interface Presented extends Pick<SessionView, 'phase' | 'message' | 'pending'> {
  /** Whether the answer may be clicked without being asked for. */
  readonly isSure: boolean;
}

export interface ShownTiles {
  readonly clicked: readonly number[];
  /** Whether a tile was clicked, or is chosen already: a second click would take that back. */
  readonly isChosen: (index: number) => boolean;
}

/** Places from 0 that the answer suggests. */
export function suggestedBy({ selected }: Answer): readonly number[] {
  return selected.map((position) => position - 1);
}

/** What an answer comes to on a page, as the person has corrected it. */
export function presentAnswer(
  answer: Answer,
  corrections: Corrections,
  asking: AskingText,
  { clicked, isChosen }: ShownTiles,
): Presented {
  const fitting = corrected(suggestedBy(answer), corrections);
  const missing = fitting.filter((index) => !isChosen(index));
  if (corrections.size > 0) {
    const tooMany = [...corrections].flatMap(([index, fits]) => (!fits && isChosen(index) ? [index] : []));
    const pending = [...missing, ...tooMany].toSorted((a, b) => a - b);
    const message = words().corrected(fitting.length);
    if (pending.length > 0) return { pending, message, phase: 'suggested', isSure: false };
    return { pending, message, phase: clicked.length > 0 ? 'clicked' : 'left-alone', isSure: false };
  }
  const pending = missing;
  const isDone = pending.length === 0 && (answer.outcome === 'some' || clicked.length > 0);
  // Tiles that were clicked and then replaced are chosen too, though the answer is about the new ones.
  const done = new Set([...clicked, ...fitting]);
  return {
    pending,
    message: sayVerdict(answer, asking, pending.length, isDone ? done.size : undefined),
    phase: isDone ? 'clicked' : answer.outcome === 'some' ? 'suggested' : 'left-alone',
    isSure: answer.outcome === 'some' && answer.tiles.every(({ state }) => state !== 'unsure'),
  };
}
