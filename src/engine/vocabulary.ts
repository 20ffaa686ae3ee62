import { EngineError } from './engine-error.ts';

/** Wordpieces with their numbers, and the numbers of the pieces that the tokenizer itself needs. */
export interface Vocabulary {
  readonly pieces: ReadonlyMap<string, number>;
  readonly start: number;
  readonly end: number;
  readonly unknown: number;
}

/**
 * Reads a BERT vocabulary: one wordpiece a line, its number the line's number from 0. Of equal lines the last one
 * counts, as in cn_clip. Throws an EngineError when lines or special pieces are missing.
 */
export function parseVocabulary(bytes: Uint8Array, size: number, where: string): Vocabulary {
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  if (lines.length !== size) {
    throw new EngineError('model', `${where}: expected ${size} wordpieces, found ${lines.length}`);
  }
  const pieces = new Map(lines.map((line, index) => [line.trim(), index]));
  const special = (piece: string): number => {
    const number = pieces.get(piece);
    if (number === undefined)
      throw new EngineError('model', `${where}: expected a line ${piece}, found none`);
    return number;
  };
  return { pieces, start: special('[CLS]'), end: special('[SEP]'), unknown: special('[UNK]') };
}
