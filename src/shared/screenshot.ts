import type { Fault } from './fault.ts';
import type { Box } from './picture.ts';
import type { Answer } from './protocol.ts';

/** Why a screenshot has no answer. `not-a-picture` and `too-large` are the file's fault, `failed` is the engine's. */
export type ScreenshotFailureReason =
  'not-a-picture' | 'too-large' | 'no-grid' | 'no-question' | 'not-understood' | 'failed';

export interface ScreenshotAnswer {
  readonly kind: 'answer';
  /** Picture pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly question: string;
  readonly text: string;
  /** Of the grid and, in reading order, of its tiles. */
  readonly grid: Box;
  readonly tiles: readonly Box[];
  readonly answer: Answer;
}

export interface ScreenshotFailure {
  readonly kind: 'failure';
  readonly reason: ScreenshotFailureReason;
  /** Of a `failed` one, where it is known. */
  readonly fault?: Fault;
  /** What was expected and found, where there is more to say than the reason: the question, the runtime's words. */
  readonly message: string;
}

export type ScreenshotVerdict = ScreenshotAnswer | ScreenshotFailure;
