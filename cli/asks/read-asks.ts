import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';

/** One question beyond one thing with its right answer. Paths are absolute. */
export interface LabelledAsk {
  /** From 1. */
  readonly line: number;
  readonly tiles: readonly string[];
  /** Positions from 0 of the right tiles; of an order in that order. */
  readonly answer: readonly number[];
  /** Any of these. */
  readonly texts: readonly string[];
  /** None of these. */
  readonly not: readonly string[];
  /** One tile each, in this order; empty where no order is asked for. */
  readonly order: readonly string[];
  readonly example: string | undefined;
  readonly count: number | undefined;
}

const words = v.optional(
  v.array(v.pipe(v.string(), v.nonEmpty('expected a thing, found an empty text'))),
  [],
);
const position = v.pipe(v.number(), v.integer(), v.minValue(0));

const lineSchema = v.pipe(
  v.object({
    tiles: v.pipe(v.array(v.string()), v.minLength(1, 'expected at least one picture, found none')),
    answer: v.array(position),
    texts: words,
    not: words,
    order: words,
    example: v.optional(v.string()),
    count: v.optional(position),
  }),
  v.check(({ texts, not, order, example }) => {
    const kinds = [texts.length + not.length > 0, order.length > 0, example !== undefined];
    return kinds.filter(Boolean).length === 1;
  }, 'expected one kind of question: texts and not, order, or example'),
  v.check(
    ({ tiles, answer }) => answer.every((each) => each < tiles.length),
    'answer: expected positions of tiles, found others',
  ),
);

/** Reads a JSON object a line; blank lines are passed over. Rejects with file and line of the first fault. */
export async function readAsks(file: string): Promise<LabelledAsk[]> {
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/);
  const asks = lines.flatMap((text, index) => (text.trim() === '' ? [] : [parseLine(text, index + 1, file)]));
  if (asks.length === 0) throw new Error(`${file}: expected a question a line, found none`);
  return asks;
}

function parseLine(text: string, line: number, file: string): LabelledAsk {
  const where = `${file}:${line}`;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`${where}: expected a JSON object, found ${text.slice(0, 40)}`, { cause: error });
  }
  const result = v.safeParse(lineSchema, json);
  if (!result.success) {
    const [issue] = result.issues;
    const path = v.getDotPath(issue);
    throw new Error(`${where}: ${path === null ? '' : `${path}: `}${issue.message}`);
  }
  const at = (path: string): string => resolve(dirname(file), path);
  const { tiles, example, count, ...rest } = result.output;
  return {
    line,
    ...rest,
    tiles: tiles.map(at),
    example: example === undefined ? undefined : at(example),
    count,
  };
}
