import { describe, expect, test } from 'vitest';
import type { TaughtTile } from '../../shared/learning.ts';
import type { SolveRequest } from '../../shared/protocol.ts';
import { unitRows, type UnitVector } from '../unit-vector.ts';
import type { Word } from '../word.ts';
import { createLearningRoom } from './learning-room.ts';
import { memoryShelf } from './memory-shelf.fixture.ts';

const model = { name: 'test', version: '1', embeddingDimension: 3 };
const unknown: Word = { text: '楼梯', known: false, probabilityOf: () => 0.9 };
const image = { width: 1, height: 1, rgba: new Uint8Array(4) };

function picture(...values: readonly [number, number, number]): UnitVector {
  const [row] = unitRows({ data: Float32Array.from(values), dims: [1, 3] }, 3);
  return row!;
}

const STAIRS = [picture(1, 0, 0.1), picture(1, 0.1, 0), picture(0.9, 0.1, 0.1)];
const OTHERS = [picture(0, 1, 0), picture(0, 0.9, 0.2), picture(0, 0.1, 1)];
const GRID = [...STAIRS, ...OTHERS];

function request(more: Partial<SolveRequest> = {}): SolveRequest {
  return {
    gridId: 'g',
    rows: 2,
    columns: 3,
    question: '',
    text: '楼梯',
    tiles: GRID.map(() => ({ kind: 'pixels', image })),
    ...more,
  };
}

const tiles = GRID.map((_, slot): TaughtTile => ({
  slot,
  isRight: slot < STAIRS.length,
  source: 'corrected',
}));

function openRoom() {
  const shelf = memoryShelf();
  let clock = 0;
  const room = createLearningRoom(async () => shelf, { now: () => ++clock });
  room.remember(model, request(), GRID);
  return { room, shelf };
}

const isKnown = async (room: ReturnType<typeof openRoom>['room']) =>
  (await room.wordAs(model, unknown)).known;

test('from the next grid on the word is as it was taught, and after undoing or forgetting as before', async () => {
  const { room } = openRoom();
  expect(await room.wordAs(model, unknown)).toBe(unknown);
  expect(await room.learn({ gridId: 'g', tiles })).toEqual({ kind: 'learned', word: '楼梯', examples: 6 });
  const learned = await room.wordAs(model, unknown);
  expect(learned.known).toBe(true);
  expect(learned.probabilityOf(picture(1, 0.05, 0.05))).toBeGreaterThan(0.5);
  expect(learned.probabilityOf(picture(0.05, 1, 0.1))).toBeLessThan(0.5);

  expect(await room.undo('g', [0, 1, 2])).toBe(3);
  expect(await isKnown(room)).toBe(false);
  await room.learn({ gridId: 'g', tiles });
  expect(await room.forget({ model: 'test 1', word: '楼梯' })).toBe(6);
  expect(await room.wordAs(model, unknown)).toBe(unknown);
});

test('another word and another model learn nothing from it', async () => {
  const { room } = openRoom();
  await room.learn({ gridId: 'g', tiles });
  const tree: Word = { ...unknown, text: '树' };
  expect(await room.wordAs(model, tree)).toBe(tree);
  expect(await room.wordAs({ ...model, version: '2' }, unknown)).toBe(unknown);
});

test('tiles that came as scores keep the picture that they had before', async () => {
  const { room, shelf } = openRoom();
  const scored = { kind: 'scored', score: { probability: 0.5 } } as const;
  const replaced = request({
    tiles: GRID.map((_, slot) => (slot === 1 ? { kind: 'pixels', image } : scored)),
  });
  room.remember(model, replaced, [picture(0.2, 0.3, 1)]);
  await room.learn({ gridId: 'g', tiles: tiles.slice(0, 2) });
  expect((await shelf.all()).map(({ vector }) => vector)).toEqual([STAIRS[0], picture(0.2, 0.3, 1)]);
});

test('the same picture taught again is one example', async () => {
  const { room, shelf } = openRoom();
  await room.learn({ gridId: 'g', tiles });
  room.remember(model, request({ gridId: 'again' }), GRID);
  await room.learn({ gridId: 'again', tiles: [{ slot: 0, isRight: false, source: 'corrected' }] });
  const all = await shelf.all();
  expect(all).toHaveLength(6);
  expect(all.filter(({ isRight }) => isRight)).toHaveLength(2);
});

describe('refused', () => {
  test.each([
    ['a grid that was not scored', { gridId: 'other', tiles }, 'forgotten', 'named other'],
    ['no tile', { gridId: 'g', tiles: [] }, 'bad-input', 'tiles: expected at least 1 tile, found 0'],
    [
      'a place that is none',
      { gridId: 'g', tiles: [{ slot: 0.5, isRight: true, source: 'corrected' }] },
      'bad-input',
      'tiles.0.slot: expected ',
    ],
  ] as const)('%s', async (_, asked, reason, message) => {
    const { room } = openRoom();
    const reply = await room.learn(asked);
    expect(reply).toMatchObject({ kind: 'refused', reason });
    expect(reply.kind === 'refused' && reply.message).toContain(message);
  });

  test('a question about several things', async () => {
    const { room } = openRoom();
    room.remember(model, request({ ask: { kind: 'things', any: ['楼梯', '树'], none: [] } }), GRID);
    expect(await room.learn({ gridId: 'g', tiles })).toMatchObject({ reason: 'not-one-thing' });
  });
});

test('a browser that keeps nothing still answers as the model does', async () => {
  const room = createLearningRoom(() => Promise.reject(new Error('no storage')), { now: () => 0 });
  expect(await room.wordAs(model, unknown)).toBe(unknown);
});

test('what was exported is there again after forgetting and importing', async () => {
  const { room } = openRoom();
  await room.learn({ gridId: 'g', tiles });
  const file = await room.exportLearned();
  await room.forget();
  expect(await isKnown(room)).toBe(false);
  expect(await room.importLearned(file)).toEqual({ kind: 'imported', examples: 6, skipped: 0 });
  expect(await isKnown(room)).toBe(true);
  expect(await room.importLearned(file)).toEqual({ kind: 'imported', examples: 0, skipped: 6 });
  expect(await room.exportLearned()).toBe(file);
});

function file(...examples: readonly unknown[]): string {
  return JSON.stringify({ format: 'tilewise-learning/1', examples });
}

describe('an import names the field at fault', () => {
  const example = {
    model: 'test 1',
    word: '楼梯',
    isRight: true,
    source: 'corrected',
    features: 'AACAPwAAAAAAAAAA',
    learnedAt: 1,
  };

  test.each([
    ['no JSON', '{', 'the file: expected JSON, found '],
    ['another format', '{"format":"other","examples":[]}', 'format: expected "tilewise-learning/1"'],
    ['no examples', '{"format":"tilewise-learning/1"}', 'examples: '],
    ['an empty word', file(example, { ...example, word: '' }), 'examples.1.word: expected a text'],
    ['an unknown source', file({ ...example, source: 'guessed' }), 'examples.0.source: expected '],
    [
      'features that are no base64',
      file({ ...example, features: '!' }),
      'examples.0.features: expected base64',
    ],
    ['half a number', file({ ...example, features: 'AACA' }), 'examples.0.features: expected whole 32-bit'],
    [
      'features of another length',
      file({ ...example, features: 'AACAPwAAgD8AAAAA' }),
      'examples.0.features: expected a vector of length 1',
    ],
  ])('%s', async (_, json, message) => {
    const { room, shelf } = openRoom();
    const reply = await room.importLearned(json);
    expect(reply.kind === 'refused' && reply.message).toContain(message);
    expect(await shelf.all()).toEqual([]);
  });
});
