import type { Answer, Backend, SolveRequest, TileScore, Verdict } from '../shared/protocol.ts';
import { createSerialQueue } from '../shared/serial-queue.ts';
import { encodeAsk } from './ask.ts';
import { findFault } from './check-request.ts';
import { decide, ruleAround } from './decide.ts';
import { decideOrder } from './decide-order.ts';
import type { Encoder } from './encoder.ts';
import { toFailure } from './engine-error.ts';
import type { ModelConfig } from './model-config.ts';
import { startStopwatch } from './stopwatch.ts';

export interface SolverParts {
  readonly config: ModelConfig;
  readonly encoder: Encoder;
  readonly backend: Backend;
  /** Milliseconds from any start; `performance.now` outside tests. */
  readonly now: () => number;
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
  { config, encoder, backend }: SolverParts,
  lap: () => number,
): Promise<Answer> {
  const queued = lap();
  const ask = await encodeAsk(request, encoder, config);
  const text = lap();

  const images = request.tiles.flatMap((tile) => (tile.kind === 'pixels' ? [tile.image] : []));
  const prepared = encoder.prepare(images);
  const prepare = lap();
  const vectors = images.length > 0 ? await encoder.encodeImages(prepared) : [];
  const image = lap();

  const fresh = vectors.map((vector) => ask.scoreOf(vector)).values();
  const scores = request.tiles.map((tile): TileScore => {
    if (tile.kind === 'scored') return tile.score;
    return fresh.next().value ?? { probability: Number.NaN };
  });
  const probabilities = scores.map(({ probability }) => probability);
  const rule =
    request.threshold === undefined ? config.decision : ruleAround(request.threshold, config.decision);
  const known = ask.unknown.length === 0;
  const order = request.ask?.kind === 'order' ? request.ask.things.map(() => 0) : undefined;
  const { outcome, states, selected } = order
    ? decideOrder({ things: scores.map(({ things = order }) => things), known })
    : decide({ probabilities, known, count: request.count }, rule);
  return {
    kind: 'answer',
    gridId: request.gridId,
    outcome,
    tiles: scores.map((score, index) => Object.assign({ state: states[index] ?? 'unsure' }, score)),
    selected,
    ...(ask.unknown.length > 0 ? { unknown: ask.unknown } : {}),
    threshold: rule.threshold,
    model: `${config.name} ${config.version}`,
    backend,
    times: { queue: queued, text, prepare, image, decide: lap() },
  };
}
