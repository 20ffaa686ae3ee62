import type { ModelConfig } from '../model-config.ts';

const file = { sha256: '0'.repeat(64), bytes: 1 };

/** A model.json with nothing special, for tests to vary. */
export const exampleConfig = {
  format: 'tilewise-model/1',
  name: 'example',
  version: '1',
  image: {
    ...file,
    file: 'image.onnx',
    input: 'image',
    output: 'unnorm_image_features',
    size: 224,
    resize: 'pil-bicubic-squash',
    mean: [0.5, 0.5, 0.5],
    std: [0.25, 0.25, 0.25],
  },
  text: {
    ...file,
    file: 'text.onnx',
    input: 'text',
    output: 'unnorm_text_features',
    contextLength: 52,
    vocabulary: { ...file, file: 'vocab.txt', size: 4 },
  },
  embeddingDimension: 2,
  logitScale: 10,
  distractors: ['无'],
  decision: { threshold: 0.5, unsureAbove: 0.3, unsureBelow: 0.7 },
  licence: 'Apache-2.0',
} satisfies ModelConfig;
