import type { EngineStatus } from '../shared/protocol.ts';
import { createEncoder, type Sessions } from './encoder.ts';
import { EngineError, toFailure } from './engine-error.ts';
import type { Engine } from './engine.ts';
import type { Learner } from './learning/learning-room.ts';
import type { LoadedModel } from './load-model.ts';
import { createSolver } from './solver.ts';

/** What a runtime hands over once the model's two graphs are open. */
export interface OpenedSessions extends Sessions {
  readonly status: Omit<EngineStatus, 'model'>;
  /** Why the sessions can no longer be trusted (a lost device), or undefined while they can. */
  readonly lost?: () => string | undefined;
}

/**
 * Puts model and sessions together and encodes the distractors, so that the first grid does not wait for them.
 *
 * @param learner what the person has taught
 */
export async function assembleEngine(
  model: LoadedModel,
  sessions: OpenedSessions,
  learner?: Learner,
): Promise<Engine> {
  const { config, vocabulary } = model;
  const encoder = createEncoder(config, vocabulary, sessions);
  for (const text of config.distractors) await encoder.encodeText(text);
  const { backend } = sessions.status;
  const solve = createSolver({ config, encoder, backend, learner, now: () => performance.now() });
  let closed: Promise<unknown> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    async solve(request) {
      if (closed)
        return toFailure(request.gridId, new EngineError('engine', 'engine: expected open, found closed'));
      const verdict = solve(request);
      last = verdict;
      const answer = await verdict;
      // A lost device may answer zeros as if all were well, so what it said last does not count.
      const lost = sessions.lost?.();
      return lost === undefined ? answer : toFailure(request.gridId, new EngineError('engine', lost));
    },
    status: () => Promise.resolve({ model: `${config.name} ${config.version}`, ...sessions.status }),
    async close() {
      closed ??= last.then(() => Promise.all([sessions.image.close(), sessions.text.close()]));
      await closed;
    },
  };
}
