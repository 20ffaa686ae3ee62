import type { Question } from '../../grid/asked-for.ts';
import type { Ask } from '../../shared/protocol.ts';

/** The part of a request that says more than one thing; nothing where one thing is asked for. */
export function askOf({ beyond }: Question): { readonly ask?: Ask } {
  if (beyond === undefined || beyond.kind === 'example') return {};
  return { ask: beyond };
}
