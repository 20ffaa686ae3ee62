import type { TileGroup } from './tile-groups.ts';

/** Where the person is in making a rule. */
export type Step =
  | { readonly kind: 'question' }
  | { readonly kind: 'tile'; readonly question: Element }
  | Check
  /** What is to be pressed at the end may be shown too. */
  | { readonly kind: 'press'; readonly check: Check }
  | { readonly kind: 'saved' };

/** All is shown; `at` names the group of tiles that is looked at. */
export interface Check {
  readonly kind: 'check';
  readonly question: Element;
  readonly groups: readonly TileGroup[];
  readonly at: number;
  readonly press?: Element;
  /** Why the rule could not be kept. */
  readonly failure?: string;
}
