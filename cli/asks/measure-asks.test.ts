import { expect, test } from 'vitest';
import type { AnsweredAsk } from './answer-ask.ts';
import { measureAsks } from './measure-asks.ts';

const base: AnsweredAsk = { kind: 'several', outcome: 'some', chosen: [0, 1], tiles: 4, answer: [1, 0] };

test('tiles, whole questions, and what was answered wrongly are counted by kind', () => {
  const wrong = { ...base, chosen: [0, 2] };
  const figures = measureAsks([base, wrong, { ...wrong, outcome: 'unsure' }, { ...base, kind: 'without' }]);
  expect(figures['several']).toEqual({
    questions: 3,
    tilesRight: (1 + 0.5 + 0.5) / 3,
    wholeRight: 1 / 3,
    answered: 2 / 3,
    answeredWrongly: 1 / 3,
  });
  expect(figures['without']).toMatchObject({ questions: 1, wholeRight: 1, answeredWrongly: 0 });
});

test('an order is right only in that order', () => {
  const order = measureAsks([
    { ...base, kind: 'order', chosen: [1, 0] },
    { ...base, kind: 'order', chosen: [0, 1] },
  ]);
  expect(order['order']).toMatchObject({ tilesRight: 0.5, wholeRight: 0.5, answeredWrongly: 0.5 });
});
