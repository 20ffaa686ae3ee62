import type { FoundGrid } from '../page/found-grid.ts';
import type { SessionView } from './session-view.ts';

/** Whether the person can say yes or no of each tile: there is an answer, and one thing that tiles show or do not. */
export function isCorrectable({ answer, phase }: SessionView, { asking: { asked } }: FoundGrid): boolean {
  const isShown = phase === 'suggested' || phase === 'left-alone' || phase === 'clicked';
  return isShown && answer !== undefined && asked.kind === 'question' && asked.beyond === undefined;
}
