import type { PageState } from '../shared/messages.ts';

export interface Badge {
  readonly text: string;
  readonly color: string;
}

const CHOSEN = '#12805c';
const ASKING = '#9a6700';
const BROKEN = '#b3261e';
const NONE: Badge = { text: '', color: CHOSEN };

export function badgeOf(state: PageState): Badge {
  switch (state.phase) {
    case 'suggested':
    case 'clicked':
      return { text: String(state.selected?.length ?? 0), color: CHOSEN };
    case 'scoring':
      return { text: '…', color: CHOSEN };
    case 'left-alone':
      return { text: '?', color: ASKING };
    case 'failed':
      return { text: '!', color: BROKEN };
    case 'idle':
    case 'cancelled':
      return NONE;
    default:
      return state.phase satisfies never;
  }
}
