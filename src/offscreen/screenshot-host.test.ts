import { expect, test } from 'vitest';
import type { TextReader } from '../ocr/text-reader.ts';
import { paintGrid } from '../segmentation/painted.fixture.ts';
import { faultError } from '../shared/fault.ts';
import type { Answer, SolveRequest } from '../shared/protocol.ts';
import { screenshotHost, type ScreenshotParts } from './screenshot-host.ts';

const { picture, tiles } = paintGrid();
const NO_TIMES = { queue: 0, text: 0, prepare: 0, image: 0, decide: 0 };

function reader(text: string): TextReader {
  const box = { x: tiles[0]!.x, y: tiles[0]!.y - 40, width: 200, height: 24 };
  return { read: () => Promise.resolve([{ text, confidence: 1, box }]), close: () => Promise.resolve() };
}

function host(parts: Partial<ScreenshotParts> = {}) {
  const asked: SolveRequest[] = [];
  const answerScreenshot = screenshotHost({
    decode: () => Promise.resolve(picture),
    openReader: () => Promise.resolve(reader('请选择所有的猫')),
    solve(request) {
      asked.push(request);
      const answer: Answer = {
        kind: 'answer',
        gridId: request.gridId,
        outcome: 'some',
        tiles: request.tiles.map(() => ({ probability: 0.5, state: 'no' })),
        selected: [2],
        threshold: 0.5,
        model: 'm',
        backend: 'wasm',
        times: NO_TIMES,
      };
      return Promise.resolve(answer);
    },
    ...parts,
  });
  return { asked, answer: () => answerScreenshot(new ArrayBuffer(1)) };
}

test('reads the question, cuts the tiles and hands them to the engine', async () => {
  const { asked, answer } = host();
  expect(await answer()).toMatchObject({
    kind: 'answer',
    question: '请选择所有的猫',
    text: '猫',
    answer: { selected: [2] },
  });
  expect(asked[0]).toMatchObject({ rows: 3, columns: 3, text: '猫' });
  const [first] = asked[0]!.tiles;
  expect(first).toMatchObject({
    kind: 'pixels',
    image: { width: tiles[0]!.width, height: tiles[0]!.height },
  });
});

test('a question that cannot be answered says so and asks the engine nothing', async () => {
  const { asked, answer } = host({ openReader: () => Promise.resolve(reader('请选出与其他不同的图片')) });
  expect(await answer()).toEqual({
    kind: 'failure',
    reason: 'not-understood',
    message: '请选出与其他不同的图片',
  });
  expect(asked).toEqual([]);
});

test('a file that is no picture opens no model', async () => {
  let opened = 0;
  const { answer } = host({
    decode: () => Promise.resolve({ kind: 'failure', reason: 'not-a-picture', message: 'x' }),
    openReader: () => Promise.reject(new Error(String(++opened))),
  });
  expect(await answer()).toMatchObject({ reason: 'not-a-picture' });
  expect(opened).toBe(0);
});

test('a reader that could not be opened is tried again', async () => {
  let failures = 1;
  const { answer } = host({
    openReader: () =>
      failures-- > 0 ? Promise.reject(new Error('no wasm')) : Promise.resolve(reader('选出所有的猫')),
  });
  expect(await answer()).toEqual({ kind: 'failure', reason: 'failed', message: 'no wasm' });
  expect(await answer()).toMatchObject({ kind: 'answer' });
});

test('says which fault it was that the engine answered or threw', async () => {
  const message = 'image.onnx: expected a model file, found none';
  const expected = { kind: 'failure', reason: 'failed', fault: 'model', message };
  const answering = host({
    solve: ({ gridId }) => Promise.resolve({ kind: 'failure', gridId, reason: 'model', message }),
  });
  expect(await answering.answer()).toEqual(expected);
  const throwing = host({ openReader: () => Promise.reject(faultError('model', message)) });
  expect(await throwing.answer()).toEqual(expected);
});
