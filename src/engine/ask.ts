import type { Ask, TileScore } from '../shared/protocol.ts';
import type { Encoder } from './encoder.ts';
import type { ModelConfig } from './model-config.ts';
import type { UnitVector } from './unit-vector.ts';
import { encodeWord, type Word } from './word.ts';

/** What is asked for, ready to be held against tiles. */
export interface EncodedAsk {
  /** Words that the model does not know: one of them, and the scores mean nothing. */
  readonly unknown: readonly string[];
  scoreOf(image: UnitVector): TileScore;
}

/** Upstream of every decision: whatever is asked, a tile gets one probability of being what is asked for. */
export async function encodeAsk(
  { text, ask }: { readonly text: string; readonly ask?: Ask | undefined },
  encoder: Encoder,
  config: ModelConfig,
): Promise<EncodedAsk> {
  const encode = (words: readonly string[]): Promise<Word[]> =>
    Promise.all(words.map((word) => encodeWord(word, encoder, config)));
  if (ask?.kind === 'order') return askInOrder(await encode(ask.things));
  const { any, none } = ask?.kind === 'things' ? ask : { any: [text], none: [] };
  return askForThings(await encode(any), await encode(none));
}

function unknownOf(words: readonly Word[]): string[] {
  return words.filter(({ known }) => !known).map((word) => word.text);
}

function askForThings(any: readonly Word[], none: readonly Word[]): EncodedAsk {
  return {
    unknown: unknownOf([...any, ...none]),
    scoreOf(image) {
      const share = (words: readonly Word[]): number => anyOf(words.map((word) => word.probabilityOf(image)));
      return { probability: Math.min(any.length === 0 ? 1 : share(any), 1 - share(none)) };
    },
  };
}

function askInOrder(words: readonly Word[]): EncodedAsk {
  return {
    unknown: unknownOf(words),
    scoreOf(image) {
      const things = words.map((word) => word.probabilityOf(image));
      return { probability: Math.max(...things), things };
    },
  };
}

/** That at least one holds. */
export function anyOf(probabilities: readonly number[]): number {
  return Math.max(0, ...probabilities);
}
