import { expect, test, vi } from 'vitest';
import type { Answer, Outcome } from '../shared/protocol.ts';
import { summary } from './summary.ts';

vi.mock('../own-pages/translate.ts', () => ({ translate: (...said: unknown[]) => said.join(' ') }));

const answer = (outcome: Outcome, selected: number[] = []): Answer => ({
  kind: 'answer',
  gridId: 'g',
  outcome,
  tiles: [],
  selected,
  threshold: 0.5,
  model: 'test',
  backend: 'wasm',
  times: { queue: 0, text: 0, prepare: 0, image: 0, decide: 0 },
});

test.each([
  [{ phase: 'suggested' }, answer('some', [1, 4]), 'tilesChosen 1, 4'],
  [{ phase: 'suggested' }, answer('none'), 'noTileFits'],
  [{ phase: 'left-alone' }, answer('unsure', [2]), 'outcomeUnsure'],
  [{ phase: 'left-alone' }, answer('unknown-word'), 'outcomeUnknownWord 狗'],
  [{ phase: 'clicked', clicked: [2, 6] }, answer('some', [2, 6]), 'tilesClicked 2, 6'],
  [{ phase: 'clicked', clicked: [] }, answer('none'), 'noTileFits'],
  [{ phase: 'scoring' }, answer('some', [1]), 'scoring'],
  [{ phase: 'cancelled' }, answer('some', [1]), 'solveCancelled'],
  [{ phase: 'failed', message: 'told by the page' }, answer('some', [1]), ''],
  [{ phase: 'left-alone', message: 'told by the page' }, undefined, ''],
] as const)('%o is summed up', (page, given, sentence) => {
  expect(summary(page, '狗', given)).toBe(sentence);
});
