import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseModelConfig } from '../../src/engine/model-config.ts';
import { openModel, type OpenedModel } from '../../src/runtime/node.ts';
import golden from '../golden/features.json' with { type: 'json' };
import { makePicture } from '../golden/picture.ts';
import { EMBEDDED_MODEL } from './embedded-model.ts';
import { largestDifference, TOLERANCE } from './largest-difference.ts';

let model: OpenedModel;
beforeAll(async () => {
  model = await openModel(EMBEDDED_MODEL);
});
afterAll(() => model.close());

test('the golden file belongs to the embedded model (else: tilewise golden test/golden --only features)', () => {
  const { image, text } = parseModelConfig(
    readFileSync(`${EMBEDDED_MODEL}model.json`, 'utf8'),
    EMBEDDED_MODEL,
  );
  expect([golden.imageSha256, golden.textSha256]).toEqual([image.sha256, text.sha256]);
});

test('image features in Node are those of Python, all in one run', async () => {
  const { encoder } = model;
  const found = await encoder.encodeImages(encoder.prepare(golden.images.map(makePicture)));
  golden.images.forEach(({ vector }, index) => {
    expect(largestDifference(found[index]!, vector)).toBeLessThanOrEqual(TOLERANCE);
  });
});

test.each(golden.texts)('text features of $text in Node are those of Python', async ({ text, vector }) => {
  expect(largestDifference(await model.encoder.encodeText(text), vector)).toBeLessThanOrEqual(TOLERANCE);
});
