import type { Question } from '../../grid/asked-for.ts';
import type { Ask } from '../../shared/protocol.ts';
import type { FoundGrid } from '../page/found-grid.ts';

/** The part of a request that says more than one thing; nothing where one thing is asked for. */
export function askOf({ beyond }: Question): { readonly ask?: Ask } {
  if (beyond === undefined || beyond.kind === 'example') return {};
  return { ask: beyond };
}

export function isOrder({ asking: { asked } }: FoundGrid): boolean {
  return asked.kind === 'question' && asked.beyond?.kind === 'order';
}
