import type { Failure, FailureReason } from '../shared/protocol.ts';

/** An expected failure on its way to the caller; `message` says expected, found and where. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly reason: FailureReason;

  constructor(reason: FailureReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** What a caller is told of anything thrown: an EngineError by its own reason, the rest as a failed runtime. */
export function toFailure(gridId: string, thrown: unknown): Failure {
  const reason = thrown instanceof EngineError ? thrown.reason : 'engine';
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind: 'failure', gridId, reason, message };
}
