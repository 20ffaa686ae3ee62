import * as v from 'valibot';
import type { StoredExample } from '../../shared/learning.ts';
import { isUnit } from '../unit-vector.ts';
import { describeIssue } from '../describe-issue.ts';
import { pictureKey } from './picture-key.ts';

const FORMAT = 'tilewise-learning/1';

const MOST_EXAMPLES = 100_000;

const text = v.pipe(v.string(), v.nonEmpty('expected a text, found an empty one'));

const exampleSchema = v.object({
  model: text,
  word: text,
  isRight: v.boolean(),
  source: v.picklist(['corrected', 'confirmed']),
  /** Base64 of 32-bit floats, little-endian. */
  features: v.pipe(
    v.string(),
    v.base64('expected base64'),
    v.transform(toVector),
    v.check((vector) => vector !== undefined, 'expected whole 32-bit numbers'),
    v.check((vector) => vector === undefined || isUnit(vector), 'expected a vector of length 1'),
  ),
  learnedAt: v.pipe(v.number(), v.minValue(0)),
});

const fileSchema = v.object({
  format: v.literal(FORMAT),
  examples: v.pipe(v.array(exampleSchema), v.maxLength(MOST_EXAMPLES)),
});

export function writeExport(examples: readonly StoredExample[]): string {
  const rows = examples.map(({ model, word, isRight, source, vector, learnedAt }) =>
    JSON.stringify({ model, word, isRight, source, features: toBase64(vector), learnedAt }),
  );
  return `{"format":"${FORMAT}","examples":[\n${rows.join(',\n')}\n]}\n`;
}

/** The examples of an exported file, or one sentence on the first field at fault. */
export function readExport(json: string): readonly StoredExample[] | string {
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch (error) {
    return `the file: expected JSON, found ${String(error)}`;
  }
  const result = v.safeParse(fileSchema, file, { abortEarly: true });
  if (!result.success) return describeIssue(result.issues[0]);
  return result.output.examples.map(({ features, model, word, isRight, source, learnedAt }) => {
    const vector = features ?? new Float32Array();
    return { model, word, isRight, source, learnedAt, vector, key: pictureKey(vector) };
  });
}

function toBase64(vector: Float32Array): string {
  const view = new DataView(new ArrayBuffer(vector.length * 4));
  for (const [index, value] of vector.entries()) view.setFloat32(index * 4, value, true);
  const bytes = Array.from(new Uint8Array(view.buffer), (byte) => String.fromCharCode(byte));
  return btoa(bytes.join(''));
}

function toVector(base64: string): Float32Array<ArrayBuffer> | undefined {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  if (bytes.length === 0 || bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => view.getFloat32(index * 4, true));
}
