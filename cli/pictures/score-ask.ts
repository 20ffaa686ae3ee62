import type { Ask } from '../../src/shared/protocol.ts';
import { UsageError } from '../usage-error.ts';
import { decodePicture } from './decode-picture.ts';

/** The options of `score` that say what is asked for. */
export interface AskOptions {
  readonly text?: readonly string[];
  readonly not?: readonly string[];
  readonly order?: boolean;
  /** Path of a picture. */
  readonly example?: string;
}

export interface WordedAsk {
  /** What is asked for, for the person. */
  readonly text: string;
  /** Absent where one thing is asked for. */
  readonly ask?: Ask;
}

/** @throws UsageError where the options ask for nothing, or for things that do not go together */
export async function scoreAsk({
  text = [],
  not = [],
  order = false,
  example,
}: AskOptions): Promise<WordedAsk> {
  if ([...text, ...not].some((word) => word.trim() === '')) {
    throw new UsageError('--text: expected the thing to look for, found an empty text');
  }
  if (example !== undefined) {
    if (text.length + not.length > 0 || order) {
      throw new UsageError('--example: expected no --text, --not or --order beside it, found some');
    }
    const { width, height, rgba } = await decodePicture(example);
    return {
      text: `like ${example}`,
      ask: { kind: 'example', image: { width, height, rgba: new Uint8Array(rgba) } },
    };
  }
  const [first] = text;
  if (order) {
    if (text.length < 2 || not.length > 0) {
      throw new UsageError(`--order: expected --text twice or more and no --not, found ${text.length}`);
    }
    return { text: text.join(' → '), ask: { kind: 'order', things: text } };
  }
  if (text.length + not.length === 0) {
    throw new UsageError('--text: expected the thing to look for, found none');
  }
  if (first !== undefined && text.length === 1 && not.length === 0) return { text: first };
  const named = [...text, ...not.map((word) => `not ${word}`)].join(', ');
  return { text: named, ask: { kind: 'things', any: text, none: not } };
}
