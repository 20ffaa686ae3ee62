import * as v from 'valibot';

/** A box in CSS pixels of the viewport of the frame that the grid is in. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const selectors = v.union([v.string(), v.array(v.string())]);
const fixedBoxes = v.array(v.tuple([v.number(), v.number(), v.number(), v.number()]));
const oneOrMany = v.union([v.string(), v.array(v.string())]);

/** What each field means to the author of a page stands in test/pages/README.md. */
const gridSchema = v.strictObject({
  question: v.string(),
  text: v.nullable(oneOrMany),
  count: v.optional(v.nullable(v.number()), null),
  understood: v.optional(v.boolean(), true),
  beyond: v.optional(oneOrMany),
  maybeSilent: v.optional(v.boolean(), false),
  drawn: v.optional(v.boolean(), false),
  rows: v.number(),
  columns: v.number(),
  tiles: v.union([selectors, fixedBoxes]),
  also: v.optional(v.string()),
  frame: v.optional(v.nullable(v.string()), null),
  shadow: v.optional(v.nullable(v.string()), null),
});

const pageSchema = v.strictObject({ kind: v.string(), grids: v.array(gridSchema) });

export type ExpectedGrid = v.InferOutput<typeof gridSchema>;
export type ExpectedPage = v.InferOutput<typeof pageSchema>;

const EXPECTATION = /<script type="application\/json" id="expected">([\s\S]*?)<\/script>/;

/** Reads what a page of the gallery says of itself; throws with the page's name where it says nothing readable. */
export function readExpected(html: string, page: string): ExpectedPage {
  const json = EXPECTATION.exec(html)?.[1];
  if (json === undefined) throw new Error(`${page}: expected <script type="application/json" id="expected">`);
  try {
    return v.parse(pageSchema, JSON.parse(json));
  } catch (error) {
    throw new Error(`${page}: its expectation does not parse: ${String(error)}`, { cause: error });
  }
}

export function list(oneOrMany: string | readonly string[] | null | undefined): readonly string[] {
  if (oneOrMany === null || oneOrMany === undefined) return [];
  return typeof oneOrMany === 'string' ? [oneOrMany] : oneOrMany;
}
