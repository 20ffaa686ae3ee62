import type { Answer, Backend, SolveRequest, TileScore, Verdict } from '../shared/protocol.ts';
import { createSerialQueue } from '../shared/serial-queue.ts';
import { encodeAsk } from './ask.ts';
import { findFault } from './check-request.ts';
import { decideRequest } from './decide-request.ts';
import type { Encoder } from './encoder.ts';
import { toFailure } from './engine-error.ts';
import type { Learner } from './learning/learning-room.ts';
import { lookAgain, MORE_LOOKS } from './look-again.ts';
import { meanScore } from './mean-score.ts';
import type { ModelConfig } from './model-config.ts';
import type { Tensor } from './model-session.ts';
import { startStopwatch } from './stopwatch.ts';
import type { UnitVector } from './unit-vector.ts';

export interface SolverParts {
  readonly config: ModelConfig;
  readonly encoder: Encoder;
  readonly backend: Backend;
  /** Milliseconds from any start; `performance.now` outside tests. */
  readonly now: () => number;
  /** What the person has taught; without it the model answers as it came. */
  readonly learner?: Learner | undefined;
}

/**
 * Solves requests one after the other. Never rejects: a faulty request and a failed runtime are answered as Failure,
 * and the next request starts afresh.
 */
export function createSolver(parts: SolverParts): (request: SolveRequest) => Promise<Verdict> {
  const queue = createSerialQueue();
  return async (request) => {
    const fault = findFault(request);
    if (fault !== undefined) {
      return { kind: 'failure', gridId: gridIdOf(request), reason: 'bad-input', message: fault };
    }
    const lap = startStopwatch(parts.now);
    try {
      return await queue.run(() => answer(request, parts, lap));
    } catch (error) {
      return toFailure(request.gridId, error);
    }
  };
}

/** A request that came over a port may be anything. */
function gridIdOf(request: unknown): string {
  const named = typeof request === 'object' && request !== null && 'gridId' in request;
  return named && typeof request.gridId === 'string' ? request.gridId : '';
}

async function answer(
  request: SolveRequest,
  { config, encoder, backend, learner }: SolverParts,
  lap: () => number,
): Promise<Answer> {
  const queued = lap();
  const ask = await encodeAsk(request, encoder, config, learner && ((word) => learner.wordAs(config, word)));
  const text = lap();

  const images = request.tiles.flatMap((tile) => (tile.kind === 'pixels' ? [tile.image] : []));
  const prepared = encoder.prepare(images);
  const prepare = lap();
  const look = async (at: Tensor): Promise<readonly UnitVector[]> =>
    images.length > 0 ? encoder.encodeImages(at) : [];
  const decideBy = (fresh: readonly TileScore[]) => {
    const scores = ask.weigh(scoresOf(request, fresh));
    const rule = ask.rule ?? config.decision;
    return { scores, ...decideRequest(request, scores, ask.unknown.length === 0, rule) };
  };
  const vectors = await look(prepared);
  learner?.remember(config, request, vectors);
  const seen = vectors.map((vector): [TileScore, ...TileScore[]] => [ask.scoreOf(vector)]);
  let decision = decideBy(seen.map(([score]) => score));
  const looksAgain = images.length > 0 && config.decision.calibration?.secondLook === true;
  for (const another of looksAgain && request.threshold === undefined ? MORE_LOOKS : []) {
    if (decision.outcome !== 'unsure') break;
    const again = await look(lookAgain(prepared, another));
    again.forEach((vector, index) => seen[index]?.push(ask.scoreOf(vector)));
    decision = decideBy(seen.map(meanScore));
  }
  const image = lap();
  const { scores, outcome, states, selected, chances, confidence, sureness, threshold } = decision;
  return {
    kind: 'answer',
    gridId: request.gridId,
    outcome,
    tiles: scores.map((score, index) =>
      Object.assign(
        { state: states[index] ?? 'unsure' },
        score,
        chances && { chance: chances[index] ?? score.probability },
      ),
    ),
    selected,
    ...(confidence === undefined ? {} : { confidence }),
    ...(sureness === undefined ? {} : { sureness }),
    ...(ask.unknown.length > 0 ? { unknown: ask.unknown } : {}),
    threshold,
    model: `${config.name} ${config.version}`,
    backend,
    times: { queue: queued, text, prepare, image, decide: lap() },
  };
}

/** The scores of all slots: what came with the request, and what was scored now for those that came as pixels. */
function scoresOf({ tiles }: SolveRequest, fresh: readonly TileScore[]): TileScore[] {
  const next = fresh.values();
  return tiles.map((tile) =>
    tile.kind === 'scored' ? tile.score : (next.next().value ?? { probability: Number.NaN }),
  );
}
