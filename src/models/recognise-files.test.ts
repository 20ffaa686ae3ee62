import { expect, test } from 'vitest';
import { recogniseFiles } from './recognise-files.ts';

test('a description makes a model of whatever lies beside it', () => {
  expect(recogniseFiles(['image.onnx', 'model.json'])).toEqual({ kind: 'described', description: 'model.json' });
});

test('the official halves with their weights beside them', () => {
  const names = ['a.img.fp16.onnx', 'a.img.fp16.onnx.extra_file', 'a.txt.fp16.onnx', 'a.txt.fp16.onnx.extra_file'];
  expect(recogniseFiles(names)).toEqual({
    kind: 'official',
    name: 'a',
    precision: 'fp16',
    image: { file: names[0], externalData: [names[1]] },
    text: { file: names[2], externalData: [names[3]] },
  });
});

test('of both precisions the one that every machine calculates with', () => {
  const names = ['b.img.fp16.onnx', 'b.txt.fp16.onnx', 'b.img.fp32.onnx', 'b.txt.fp32.onnx'];
  expect(recogniseFiles(names)).toMatchObject({ precision: 'fp32', image: { file: 'b.img.fp32.onnx' } });
});

test.each([
  [['c.img.fp32.onnx'], 'c.txt.fp32.onnx'],
  [['c.txt.fp16.onnx', 'c.txt.fp16.onnx.extra_file'], 'c.img.fp16.onnx'],
  [['c.img.fp32.onnx', 'd.txt.fp32.onnx'], 'c.txt.fp32.onnx'],
  [['photo.jpg'], 'model.json'],
  [[], 'model.json'],
])('%j lacks %s', (names, missing) => {
  expect(recogniseFiles(names)).toEqual({ kind: 'unknown', missing });
});
