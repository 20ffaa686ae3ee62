import { detailOf, faultName } from '../shared/fault.ts';
import type { Failure, FailureReason } from '../shared/protocol.ts';

/** An expected failure on its way to the caller; `message` says expected, found and where. */
export class EngineError extends Error {
  /** By its reason, which is how it can be told on the other side of a port. */
  override readonly name: string;
  readonly reason: FailureReason;

  constructor(reason: FailureReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = faultName(reason);
    this.reason = reason;
  }
}

/** What a caller is told of anything thrown: an EngineError by its own reason, the rest as a failed runtime. */
export function toFailure(gridId: string, thrown: unknown): Failure {
  const reason = thrown instanceof EngineError ? thrown.reason : 'engine';
  return { kind: 'failure', gridId, reason, message: detailOf(thrown) };
}
