import * as v from 'valibot';
import { describeIssue } from './describe-issue.ts';

/** Past any grid that a person is asked about; bounds the batch, of which each tile takes 0.6 MB. */
const MAX_TILES = 64;

/** A question names a thing in a few words; the tokenizer would keep fifty of these characters. */
const MAX_TEXT_LENGTH = 1000;

/** A question names a few things; each takes a run of the text tower. */
const MAX_WORDS = 10;

/** Past any tile, and what a canvas can hold; bounds the memory that one picture takes on its way to the square. */
const MAX_SIDE = 16_384;

const whole = v.pipe(v.number(), v.integer(), v.minValue(1));
const side = v.pipe(whole, v.maxValue(MAX_SIDE));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const imageSchema = v.pipe(
  v.object({
    width: side,
    height: side,
    rgba: v.union([v.instance(Uint8Array), v.instance(Uint8ClampedArray)]),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { width, height, rgba } = dataset.value;
    const expected = width * height * 4;
    if (rgba.length === expected) return;
    addIssue({
      message: `expected ${expected} bytes for ${width}x${height} pixels of RGBA, found ${rgba.length}`,
    });
  }),
);

const tileSchema = v.variant('kind', [
  v.object({ kind: v.literal('pixels'), image: imageSchema }),
  v.object({
    kind: v.literal('scored'),
    score: v.object({ probability: share, clarity: v.optional(share), things: v.optional(v.array(share)) }),
  }),
]);

const wordSchema = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== '', 'expected the thing asked for, found an empty text'),
  v.maxLength(
    MAX_TEXT_LENGTH,
    (issue) => `expected at most ${MAX_TEXT_LENGTH} characters, found ${issue.input.length}`,
  ),
);

const wordsSchema = v.pipe(
  v.array(wordSchema),
  v.maxLength(MAX_WORDS, (issue) => `expected at most ${MAX_WORDS} things, found ${issue.input.length}`),
);

const askSchema = v.variant('kind', [
  v.pipe(
    v.object({ kind: v.literal('things'), any: wordsSchema, none: wordsSchema }),
    v.check(({ any, none }) => any.length + none.length > 0, 'expected at least 1 thing, found 0'),
  ),
  v.object({
    kind: v.literal('order'),
    things: v.pipe(wordsSchema, v.minLength(1, 'expected at least 1 thing, found 0')),
  }),
  v.object({ kind: v.literal('example'), image: imageSchema }),
]);

const requestSchema = v.pipe(
  v.object({
    gridId: v.string(),
    rows: whole,
    columns: whole,
    question: v.string(),
    text: wordSchema,
    ask: v.optional(askSchema),
    tiles: v.pipe(
      v.array(tileSchema),
      v.minLength(1, 'expected at least 1 tile, found 0'),
      v.maxLength(MAX_TILES, (issue) => `expected at most ${MAX_TILES} tiles, found ${issue.input.length}`),
    ),
    count: v.optional(v.pipe(v.number(), v.finite())),
    threshold: v.optional(share),
    sureness: v.optional(share),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { rows, columns, tiles, ask } = dataset.value;
    if (tiles.length !== rows * columns) {
      addIssue({
        message: `tiles: expected ${rows} x ${columns} = ${rows * columns}, found ${tiles.length}`,
      });
    }
    if (ask?.kind !== 'order') return;
    const { length } = ask.things;
    const other = tiles.some(
      (tile) => tile.kind === 'scored' && (tile.score.things?.length ?? length) !== length,
    );
    if (other) addIssue({ message: `tiles: expected ${length} scores a tile for an order, found others` });
  }),
);

/** What is wrong with a request in one sentence, or undefined when it can be solved. */
export function findFault(request: unknown): string | undefined {
  const result = v.safeParse(requestSchema, request, { abortEarly: true });
  return result.success ? undefined : describeIssue(result.issues[0]);
}
