import { Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { wrapSession, type OrtSession } from './ort-session.ts';

const names = { file: 'image.onnx', input: 'image', output: 'features' };

function session(result: Tensor, feeds: Record<string, Tensor>[] = []): OrtSession {
  return {
    inputNames: ['image'],
    outputNames: ['features'],
    run: (feed) => {
      feeds.push(feed);
      return Promise.resolve({ features: result });
    },
    release: () => Promise.resolve(),
  };
}

const features = new Tensor('float32', Float32Array.of(1, 2), [1, 2]);

test('a run feeds the named input with its type and shape and answers the named output', async () => {
  const feeds: Record<string, Tensor>[] = [];
  const wrapped = wrapSession(session(features, feeds), names, Tensor);
  const found = await wrapped.run({ data: Float32Array.of(5, 6), dims: [1, 2] });
  expect(found).toEqual({ data: Float32Array.of(1, 2), dims: [1, 2] });
  await wrapped.run({ data: BigInt64Array.of(101n), dims: [1, 1] });
  expect(feeds.map(({ image }) => [image?.type, image?.dims])).toEqual([
    ['float32', [1, 2]],
    ['int64', [1, 1]],
  ]);
});

test.each<[string, Partial<typeof names>, string]>([
  ['input', { input: 'pixels' }, 'image.onnx: expected an input named pixels, found image'],
  ['output', { output: 'logits' }, 'image.onnx: expected an output named logits, found features'],
])('a graph without the named %s is a model error', (_, more, message) => {
  expect(() => wrapSession(session(features), { ...names, ...more }, Tensor)).toThrow(message);
});

test('an output of another type is a model error', async () => {
  const wrapped = wrapSession(session(new Tensor('int32', Int32Array.of(1), [1, 1])), names, Tensor);
  await expect(wrapped.run({ data: Float32Array.of(1), dims: [1, 1] })).rejects.toMatchObject({
    reason: 'model',
    message: 'image.onnx: features: expected float32, found int32',
  });
});
