import type { SolveRequest, TileImage, TileScore } from '../shared/protocol.ts';
import { openClarity, type Clarity } from './clarity.ts';
import type { Encoder } from './encoder.ts';
import { likenessOf, weighScores } from './likeness.ts';
import type { ModelConfig } from './model-config.ts';
import type { UnitVector } from './unit-vector.ts';
import { encodeWord, type Word } from './word.ts';

/** What is asked for, ready to be held against tiles. */
export interface EncodedAsk {
  /** Words that the model does not know: one of them, and the scores mean nothing. */
  readonly unknown: readonly string[];
  scoreOf(image: UnitVector): TileScore;
  /** The scores in view of each other, once all tiles have one; as they are where each stands alone. */
  weigh(scores: readonly TileScore[]): readonly TileScore[];
  /** How probabilities of this kind are decided, where it is not as those of words. */
  readonly rule?: ModelConfig['decision'];
}

/** What of a request says what is asked; the tiles say whether pixels are to be looked at at all. */
export type Asking = Pick<SolveRequest, 'text' | 'ask'> & Partial<Pick<SolveRequest, 'tiles'>>;

/**
 * Upstream of every decision: whatever is asked, a tile gets one probability of being what is asked for.
 *
 * @param asTaught a word as the person has taught it; as the model knows it by default
 */
export async function encodeAsk(
  { text, ask, tiles }: Asking,
  encoder: Encoder,
  config: ModelConfig,
  asTaught: (word: Word) => Promise<Word> = (word) => Promise.resolve(word),
): Promise<EncodedAsk> {
  const encode = (words: readonly string[]): Promise<Word[]> =>
    Promise.all(words.map(async (word) => asTaught(await encodeWord(word, encoder, config))));
  if (ask?.kind === 'example') {
    const isNew = !tiles || tiles.some(({ kind }) => kind === 'pixels');
    return askByExample(text, isNew ? await encodeImage(ask.image, encoder) : undefined, config);
  }
  if (ask?.kind === 'order') return askInOrder(await encode(ask.things));
  const { any, none } = ask?.kind === 'things' ? ask : { any: [text], none: [] };
  return askForThings(await encode(any), await encode(none), await openClarity(encoder, config));
}

function unknownOf(words: readonly Word[]): string[] {
  return words.filter(({ known }) => !known).map((word) => word.text);
}

function asTheyAre(scores: readonly TileScore[]): readonly TileScore[] {
  return scores;
}

async function encodeImage(image: TileImage, encoder: Encoder): Promise<UnitVector | undefined> {
  const [vector] = await encoder.encodeImages(encoder.prepare([image]));
  return vector;
}

/** A model that was never measured on examples knows none. */
function askByExample(text: string, example: UnitVector | undefined, config: ModelConfig): EncodedAsk {
  const rule = config.example;
  if (!rule) return { unknown: [text], scoreOf: () => ({ probability: 0 }), weigh: asTheyAre };
  return {
    unknown: [],
    scoreOf(image) {
      return { probability: 0, things: [example ? likenessOf(image, example, rule.dimensions) : 0] };
    },
    weigh: (scores) => weighScores(scores, rule),
    rule: rule.decision,
  };
}

function askForThings(any: readonly Word[], none: readonly Word[], clarityOf: Clarity): EncodedAsk {
  return {
    unknown: unknownOf([...any, ...none]),
    weigh: asTheyAre,
    scoreOf(image) {
      const share = (words: readonly Word[]): number => anyOf(words.map((word) => word.probabilityOf(image)));
      const probability = Math.min(any.length === 0 ? 1 : share(any), 1 - share(none));
      return { probability, ...(clarityOf && { clarity: clarityOf(image) }) };
    },
  };
}

function askInOrder(words: readonly Word[]): EncodedAsk {
  return {
    unknown: unknownOf(words),
    weigh: asTheyAre,
    scoreOf(image) {
      const things = words.map((word) => word.probabilityOf(image));
      return { probability: Math.max(...things), things };
    },
  };
}

/** That at least one holds. */
function anyOf(probabilities: readonly number[]): number {
  return Math.max(0, ...probabilities);
}
