import type { PageState } from '../../shared/messages.ts';
import type { Answer } from '../../shared/protocol.ts';
import { type Corrections, NO_CORRECTIONS } from './corrections.ts';

/** What the overlay and the popup show of a session. */
export interface SessionView {
  readonly phase: PageState['phase'];
  readonly message: string;
  readonly answer: Answer | undefined;
  /** Places, from 0, that are suggested and would be clicked. */
  readonly pending: readonly number[];
  /** Places clicked so far, from 0, ascending. */
  readonly clicked: readonly number[];
  /** What the person has said against the answer. */
  readonly corrections: Corrections;
  readonly crop: number;
  readonly roundTrip: number;
  readonly click: number;
}

export const IDLE: SessionView = {
  phase: 'idle',
  message: '',
  answer: undefined,
  pending: [],
  clicked: [],
  corrections: NO_CORRECTIONS,
  crop: 0,
  roundTrip: 0,
  click: 0,
};
