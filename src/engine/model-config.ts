import * as v from 'valibot';
import { calibrationSchema } from './calibration.ts';
import { EngineError } from './engine-error.ts';

const fileName = v.pipe(v.string(), v.regex(/^[\w-][\w.-]*$/, 'expected a file name without folders'));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const channels = v.tuple([v.number(), v.number(), v.number()]);
const deviations = v.tuple([
  v.pipe(v.number(), v.gtValue(0)),
  v.pipe(v.number(), v.gtValue(0)),
  v.pipe(v.number(), v.gtValue(0)),
]);

const fileEntries = {
  file: fileName,
  /** SHA-256 of the file, lower-case hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hexadecimal digits')),
  bytes: count,
};

/** Files of weights that lie beside a graph; the graph names them, so they keep their names. */
const graphEntries = { ...fileEntries, externalData: v.optional(v.array(v.object(fileEntries))) };

/**
 * A tile from `unsureAbove` up to `unsureBelow` is unsure: the rule of a model that is not calibrated, and of the
 * person's own threshold.
 */
const decisionSchema = v.pipe(
  v.object({
    threshold: share,
    unsureBelow: share,
    unsureAbove: share,
    calibration: v.optional(calibrationSchema),
  }),
  v.check(
    (d) => d.unsureAbove <= d.threshold && d.threshold <= d.unsureBelow,
    'expected unsureAbove <= threshold <= unsureBelow',
  ),
);

/** `model.json`, as the Python package writes it beside the ONNX files. */
const modelConfigSchema = v.object({
  format: v.literal('tilewise-model/1'),
  name: v.pipe(v.string(), v.nonEmpty()),
  version: v.string(),
  image: v.object({
    ...graphEntries,
    input: v.string(),
    output: v.string(),
    /** Side of the model's square, pixels; the resize works on four columns at once. */
    size: v.pipe(count, v.multipleOf(4), v.maxValue(1024)),
    /** Pillow's antialiased bicubic (a = -0.5) straight to the square, no crop. */
    resize: v.literal('pil-bicubic-squash'),
    /** Of red, green and blue in 0..1. */
    mean: channels,
    std: deviations,
  }),
  text: v.object({
    ...graphEntries,
    input: v.string(),
    output: v.string(),
    /** Tokens a row, [CLS] and [SEP] included. */
    contextLength: v.pipe(v.number(), v.integer(), v.minValue(3)),
    vocabulary: v.object({ ...fileEntries, size: count }),
  }),
  embeddingDimension: count,
  /** Factor of the cosine before softmax; CLIP's exp(logit_scale). */
  logitScale: v.pipe(v.number(), v.gtValue(0)),
  /** Texts that the word is weighed against. */
  distractors: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1)),
  /** A word whose text is at least this near to a distractor names nothing the model knows. */
  unknown: v.optional(v.object({ distractorCosine: v.number() })),
  decision: decisionSchema,
  /** For questions that show an example instead of naming a thing; absent where the model was not measured on them. */
  example: v.optional(
    v.object({
      /** The first so many dimensions of a picture say what is to be seen; pictures are compared by these. */
      dimensions: count,
      /** Logistic, of likenesses 0..1: the tile's own, the mean of the less alike half of the grid, the greatest. */
      weights: v.object({ constant: v.number(), own: v.number(), least: v.number(), most: v.number() }),
      decision: decisionSchema,
    }),
  ),
  licence: v.string(),
});

export type ModelConfig = v.InferOutput<typeof modelConfigSchema>;

/** Throws an EngineError that names the first field at fault. `where` names the file. */
export function parseModelConfig(text: string, where: string): ModelConfig {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new EngineError('model', `${where}: expected JSON, found ${String(error)}`, { cause: error });
  }
  const result = v.safeParse(modelConfigSchema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? 'the whole file';
  throw new EngineError('model', `${where}: ${field}: ${issue.message}, found ${issue.received}`);
}
