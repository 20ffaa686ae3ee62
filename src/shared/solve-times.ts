import type { EngineTimes } from './protocol.ts';

/** Milliseconds of one solve by step, as seen from the page. */
export interface SolveTimes {
  /** Measure boxes, find the grid, read the question. */
  readonly find: number;
  /** Pixels of all tiles, capture included. */
  readonly crop: number;
  /** From the call to the verdict: transport, queue and engine. */
  readonly roundTrip: number;
  readonly engine: EngineTimes;
  readonly click: number;
}
