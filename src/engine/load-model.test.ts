import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { loadModel, type Bytes, type ModelSource } from './load-model.ts';
import { exampleConfig } from './testing/example-config.ts';

const encode = (text: string): Bytes => new TextEncoder().encode(text);

function described(content: Bytes) {
  return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
}

const graphs = { image: encode('image graph'), text: encode('text graph') };
const words = encode('[PAD]\n[UNK]\n[CLS]\n[SEP]\n');

function files(): Record<string, Bytes> {
  const { image, text } = exampleConfig;
  const config = {
    ...exampleConfig,
    image: { ...image, ...described(graphs.image) },
    text: { ...text, ...described(graphs.text), vocabulary: { ...text.vocabulary, ...described(words) } },
  };
  return {
    'model.json': encode(JSON.stringify(config)),
    'image.onnx': graphs.image,
    'text.onnx': graphs.text,
    'vocab.txt': words,
  };
}

function source(stored: Record<string, Bytes>): ModelSource {
  return {
    name: 'models/x/',
    read: (file) => {
      const bytes = stored[file];
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error('no such file'));
    },
  };
}

test('graphs and vocabulary come checked', async () => {
  const model = await loadModel(source(files()));
  expect(model.image).toEqual(graphs.image);
  expect(model.vocabulary).toMatchObject({ unknown: 1, start: 2, end: 3 });
});

test('a file with another hash is refused with both hashes', async () => {
  const changed = encode('image grapH');
  const found = described(changed).sha256;
  const expected = described(graphs.image).sha256;
  await expect(loadModel(source({ ...files(), 'image.onnx': changed }))).rejects.toMatchObject({
    reason: 'model',
    message: `models/x/image.onnx: expected SHA-256 ${expected}, found ${found}`,
  });
});

test('a cut file is refused with both lengths', async () => {
  await expect(loadModel(source({ ...files(), 'text.onnx': encode('text') }))).rejects.toMatchObject({
    reason: 'model',
    message: 'models/x/text.onnx: expected 10 bytes, found 4',
  });
});

test.each(['model.json', 'vocab.txt'])('a missing %s is told by name', async (file) => {
  const stored = files();
  delete stored[file];
  await expect(loadModel(source(stored))).rejects.toMatchObject({
    reason: 'model',
    message: `models/x/${file}: expected a model file, found none (no such file)`,
  });
});

test('weights beside a graph come checked, under the name that the graph asks for', async () => {
  const stored = files();
  const weights = encode('weights');
  const config = JSON.parse(new TextDecoder().decode(stored['model.json']));
  config.image.externalData = [{ file: 'image.onnx.extra_file', ...described(weights) }];
  stored['model.json'] = encode(JSON.stringify(config));
  await expect(loadModel(source(stored))).rejects.toThrow('image.onnx.extra_file: expected a model file');
  stored['image.onnx.extra_file'] = weights;
  const { externalData } = await loadModel(source(stored));
  expect(externalData).toEqual({ image: [{ path: 'image.onnx.extra_file', data: weights }], text: [] });
});
