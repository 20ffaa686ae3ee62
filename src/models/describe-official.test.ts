import { expect, test } from 'vitest';
import { parseModelConfig } from '../engine/model-config.ts';
import { exampleConfig } from '../engine/testing/example-config.ts';
import { describeOfficial, type OfficialFiles } from './describe-official.ts';

const facts = (file: string) => ({ file, sha256: 'a'.repeat(64), bytes: 10 });

const files: OfficialFiles = {
  name: 'rn50',
  precision: 'fp16',
  image: {
    graph: facts('rn50.img.fp16.onnx'),
    externalData: [facts('rn50.img.fp16.onnx.extra_file')],
    ports: {
      inputs: [{ name: 'image', shape: [1, 3, 224, 224] }],
      outputs: [{ name: 'unnorm_image_features', shape: [1, 1024] }],
    },
  },
  text: {
    graph: facts('rn50.txt.fp16.onnx'),
    externalData: [],
    ports: {
      inputs: [{ name: 'text', shape: ['batch', 52] }],
      outputs: [{ name: 'unnorm_text_features', shape: ['batch', 1024] }],
    },
  },
  vocabulary: facts('vocab.txt'),
};
const builtIn = { ...exampleConfig, unknown: { distractorCosine: 0.5 } };

test('official graphs get a description that parses, with the family’s numbers and their own sizes', () => {
  const described = describeOfficial(files, builtIn);
  if (!('config' in described)) throw new Error(described.message);
  const { config, scale } = described;
  expect(scale).toBe('RN50');
  expect(parseModelConfig(JSON.stringify(config), 'model.json')).toEqual(config);
  expect(config).toMatchObject({
    name: 'rn50',
    embeddingDimension: 1024,
    image: { size: 224, mean: builtIn.image.mean, externalData: [{ file: 'rn50.img.fp16.onnx.extra_file' }] },
    text: { contextLength: 52, vocabulary: { file: 'vocab.txt', size: 4 } },
  });
  // The built-in model's way to tell an unknown word is not the family's.
  expect(config).not.toHaveProperty('unknown');
  expect(config.text).not.toHaveProperty('externalData');
});

test('a graph with another input is refused by file and name', () => {
  const ports = { ...files.text.ports, inputs: [{ name: 'input_ids', shape: [1, 52] }] };
  expect(describeOfficial({ ...files, text: { ...files.text, ports } }, builtIn)).toEqual({
    message: 'rn50.txt.fp16.onnx: expected an input named text, found input_ids',
  });
});

test('an example of another scale than the name says is refused', () => {
  expect(describeOfficial({ ...files, name: 'vit-b-16' }, builtIn)).toMatchObject({
    message: expect.stringContaining('expected ViT-B-16 with 512 features'),
  });
});
