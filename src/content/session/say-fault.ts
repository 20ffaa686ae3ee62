import { detailOf, faultOf } from '../../shared/fault.ts';
import { words } from '../words.ts';
import { UnreadableError } from './unreadable-error.ts';

/** What the person is told of something thrown: what it means for them, then the words of who threw it. */
export function sayFault(thrown: unknown): string {
  const detail = detailOf(thrown);
  if (thrown instanceof UnreadableError) return detail;
  const { faults, because } = words();
  return because(faults[faultOf(thrown) ?? 'unexpected'], detail);
}
