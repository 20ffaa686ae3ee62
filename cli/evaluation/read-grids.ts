import { readFile, realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';

/** One grid with its right answer. */
export interface LabelledGrid {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Real paths, so that one picture under two names is encoded once. */
  readonly tiles: readonly string[];
  /** Positions from 0 of the right tiles. */
  readonly answer: ReadonlySet<number>;
  /** How many tiles the decision is told to expect: the line's count, or the number of right tiles. */
  readonly count: number;
}

const position = v.pipe(v.number(), v.integer(), v.minValue(0));

const lineSchema = v.object({
  text: v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'expected the thing asked for, found an empty text'),
  ),
  tiles: v.pipe(v.array(v.string()), v.minLength(1, 'expected at least one picture, found none')),
  answer: v.array(position),
  count: v.optional(position),
});

/**
 * Reads `{"text", "tiles", "answer", "count"?}` a line, paths relative to the file. Rejects with a message that names
 * file, line and field. Empty lines are passed over.
 */
export async function readGrids(file: string): Promise<readonly LabelledGrid[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const realPaths = new Map<string, Promise<string>>();
  const grids: LabelledGrid[] = [];
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const where = `${file}:${index + 1}`;
    const { tiles, answer, count, ...rest } = parseLine(text, where);
    checkPositions(where, tiles.length, answer, count);
    grids.push({
      ...rest,
      line: index + 1,
      tiles: await Promise.all(
        tiles.map((tile) => findPicture(resolve(dirname(file), tile), where, realPaths)),
      ),
      answer: new Set(answer),
      count: count ?? answer.length,
    });
  }
  if (grids.length === 0) throw new Error(`${file}: expected a grid a line, found none`);
  return grids;
}

function parseLine(text: string, where: string): v.InferOutput<typeof lineSchema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`${where}: expected a JSON object, found: ${String(error)}`, { cause: error });
  }
  const result = v.safeParse(lineSchema, json, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  throw new Error(`${where}: ${path === null ? '' : `${path}: `}${describe(issue)}`);
}

function describe(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid')) return issue.message;
  return `expected ${issue.expected ?? issue.type}, found ${issue.received}`;
}

function checkPositions(
  where: string,
  tiles: number,
  answer: readonly number[],
  count: number | undefined,
): void {
  const outside = answer.find((position) => position >= tiles);
  if (outside !== undefined)
    throw new Error(`${where}: answer: expected positions from 0 to ${tiles - 1}, found ${outside}`);
  const repeated = answer.find((position, index) => answer.indexOf(position) !== index);
  if (repeated !== undefined)
    throw new Error(`${where}: answer: expected each position once, found ${repeated} twice`);
  if (count !== undefined && count > tiles)
    throw new Error(`${where}: count: expected at most ${tiles}, found ${count}`);
}

async function findPicture(
  path: string,
  where: string,
  known: Map<string, Promise<string>>,
): Promise<string> {
  const real = known.get(path) ?? realpath(path);
  known.set(path, real);
  try {
    return await real;
  } catch (error) {
    throw new Error(`${where}: expected a picture at ${path}, found none`, { cause: error });
  }
}
