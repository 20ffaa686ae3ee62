import type { EngineApi } from '../shared/protocol.ts';

/**
 * An opened model with its runtime, as the offscreen document, the command line and the tests see it.
 *
 * `solve` never rejects: bad input, a broken model and a failed runtime are answered as a Failure. After a Failure
 * with reason `engine` (a lost device among the causes) the engine may be unusable: close it, open it again and ask
 * once more. After `bad-input` it is as good as before.
 */
export interface Engine extends EngineApi {
  /** Gives sessions and device back, after the requests under way. A later `solve` answers a Failure. */
  close(): Promise<void>;
}
