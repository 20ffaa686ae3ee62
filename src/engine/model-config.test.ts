import { expect, test } from 'vitest';
import { parseModelConfig } from './model-config.ts';
import { exampleConfig } from './testing/example-config.ts';

function parse(config: unknown) {
  return parseModelConfig(JSON.stringify(config), 'models/x/model.json');
}

test('what Python writes is taken as it is', () => {
  expect(parse(exampleConfig)).toEqual(exampleConfig);
  const unknown = { distractorCosine: 0.9 };
  expect(parse({ ...exampleConfig, unknown }).unknown).toEqual(unknown);
});

const { image, text, decision } = exampleConfig;

test.each<[string, unknown, RegExp]>([
  [
    'another format',
    { ...exampleConfig, format: 'tilewise-model/2' },
    /model\.json: format: .*"tilewise-model\/1".*found "tilewise-model\/2"/,
  ],
  ['two means', { ...exampleConfig, image: { ...image, mean: [0.1, 0.2] } }, /image\.mean\.2/],
  ['a deviation of 0', { ...exampleConfig, image: { ...image, std: [0, 1, 1] } }, /image\.std\.0/],
  ['a side that is no multiple of 4', { ...exampleConfig, image: { ...image, size: 225 } }, /image\.size/],
  [
    'a file outside the folder',
    { ...exampleConfig, text: { ...text, file: '../text.onnx' } },
    /text\.file: expected a file name without folders, found "\.\.\/text\.onnx"/,
  ],
  [
    'a short hash',
    { ...exampleConfig, text: { ...text, sha256: 'ab' } },
    /text\.sha256: expected 64 lower-case hexadecimal digits/,
  ],
  ['no distractor', { ...exampleConfig, distractors: [] }, /distractors/],
  [
    'a band beside the threshold',
    { ...exampleConfig, decision: { ...decision, unsureAbove: 0.6 } },
    /decision: expected unsureAbove <= threshold <= unsureBelow/,
  ],
  ['no object', [], /model\.json: /],
])('%s is told with file, field and what was found', (_, config, message) => {
  expect(() => parse(config)).toThrow(message);
});

test('what is no JSON is told with the file', () => {
  expect(() => parseModelConfig('{"format"', 'models/x/model.json')).toThrow(
    /^models\/x\/model\.json: expected JSON/,
  );
});
