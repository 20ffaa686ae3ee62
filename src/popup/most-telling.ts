import type { PageState } from '../shared/messages.ts';

const idle: PageState = { phase: 'idle' };

/**
 * Of the frames of one tab the one that the popup speaks of: a frame with tiles, else any that is not idle, else one
 * that says why it is.
 */
export function mostTelling(states: readonly PageState[]): PageState {
  const busy = states.filter(({ phase }) => phase !== 'idle');
  return (
    busy.find(({ tiles, boxes }) => tiles !== undefined || boxes !== undefined) ??
    busy[0] ??
    states.find(({ message }) => message !== undefined) ??
    idle
  );
}
