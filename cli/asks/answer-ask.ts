import { encodeAsk } from '../../src/engine/ask.ts';
import { decideRequest } from '../../src/engine/decide-request.ts';
import type { Encoder } from '../../src/engine/encoder.ts';
import type { ModelConfig } from '../../src/engine/model-config.ts';
import type { UnitVector } from '../../src/engine/unit-vector.ts';
import type { Ask, SolveRequest } from '../../src/shared/protocol.ts';
import type { LabelledAsk } from './read-asks.ts';

/** What was answered; positions from 0, of an order in that order. */
export interface AnsweredAsk {
  readonly kind: 'several' | 'without' | 'order' | 'example';
  readonly outcome: string;
  readonly chosen: readonly number[];
  readonly tiles: number;
  readonly answer: readonly number[];
}

export interface Pictures {
  readonly vectors: ReadonlyMap<string, UnitVector>;
  readonly encoder: Encoder;
  readonly config: ModelConfig;
}

const NO_IMAGE = { width: 1, height: 1, rgba: new Uint8Array(4) };

function askOf({ texts, not, order, example }: LabelledAsk): Ask {
  if (order.length > 0) return { kind: 'order', things: order };
  if (example !== undefined) return { kind: 'example', image: NO_IMAGE };
  return { kind: 'things', any: texts, none: not };
}

function kindOf({ order, example, not }: LabelledAsk): AnsweredAsk['kind'] {
  if (order.length > 0) return 'order';
  if (example !== undefined) return 'example';
  return not.length > 0 ? 'without' : 'several';
}

/** Answers as the engine does, with pictures that were encoded once for all questions. */
export async function answerAsk(
  asked: LabelledAsk,
  { vectors, encoder, config }: Pictures,
): Promise<AnsweredAsk> {
  const vectorOf = (path: string): UnitVector => {
    const vector = vectors.get(path);
    if (!vector) throw new TypeError(`expected ${path} to be encoded`);
    return vector;
  };
  const ask = askOf(asked);
  const example = asked.example === undefined ? undefined : vectorOf(asked.example);
  const known: Encoder = example ? { ...encoder, encodeImages: async () => [example] } : encoder;
  const encoded = await encodeAsk({ text: 'ask', ask }, known, config);
  const scores = encoded.weigh(asked.tiles.map((tile) => encoded.scoreOf(vectorOf(tile))));
  const request: SolveRequest = {
    gridId: 'ask',
    rows: 1,
    columns: scores.length,
    question: '',
    text: 'ask',
    ask,
    tiles: [],
    ...(asked.count === undefined ? {} : { count: asked.count }),
  };
  const rule = encoded.rule ?? config.decision;
  const { outcome, selected } = decideRequest(request, scores, encoded.unknown.length === 0, rule);
  return {
    kind: kindOf(asked),
    outcome,
    chosen: selected.map((position) => position - 1),
    tiles: scores.length,
    answer: asked.answer,
  };
}
