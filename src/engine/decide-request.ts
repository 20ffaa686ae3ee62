import type { SolveRequest, TileScore } from '../shared/protocol.ts';
import { decide, ruleFor, type Decision } from './decide.ts';
import { decideOrder } from './decide-order.ts';
import type { ModelConfig } from './model-config.ts';

export interface RequestDecision extends Omit<Decision, 'chances'> {
  /** One a tile; undefined for an order, in which each thing has chances of its own. */
  readonly chances?: readonly number[];
  /** The raw probability from which a tile was chosen, where it was by hand; else what the model would take. */
  readonly threshold: number;
  /** Chance of the whole grid from which it is answered; undefined where tiles are taken one by one. */
  readonly sureness?: number | undefined;
}

/** Decides what a request asks, once its tiles have scores. `known` is false where the model does not know a word. */
export function decideRequest(
  request: SolveRequest,
  scores: readonly TileScore[],
  known: boolean,
  model: ModelConfig['decision'],
): RequestDecision {
  const { ask, count } = request;
  const rule = ruleFor(model, request);
  const { threshold } = rule;
  if (ask?.kind === 'order') {
    const unseen = ask.things.map(() => 0);
    return { ...decideOrder({ things: scores.map(({ things = unseen }) => things), known }), threshold };
  }
  const probabilities = scores.map(({ probability }) => probability);
  const clarities = scores.map(({ clarity }) => clarity);
  // 不是猫的图片: the few are the cats.
  const inverted = ask?.kind === 'things' && ask.any.length === 0;
  const decision = decide({ probabilities, clarities, known, count, inverted }, rule);
  return { ...decision, threshold, sureness: rule.calibration?.sureness };
}
