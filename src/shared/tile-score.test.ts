import { expect, test } from 'vitest';
import type { TileScore, TileVerdict } from './protocol.ts';
import { tileScore } from './tile-score.ts';

test('keeps all of a score and drops what was decided on it', () => {
  const score: Required<TileScore> = { probability: 0.9, clarity: 0, things: [0.9, 0.1] };
  const verdict: TileVerdict = { ...score, state: 'yes', chance: 0.8 };
  expect(tileScore(verdict)).toStrictEqual(score);
});

test('adds nothing that the score does not have', () => {
  expect(tileScore({ probability: 0.5 })).toStrictEqual({ probability: 0.5 });
});
