import { expect, test } from 'vitest';
import { confirmed, corrected, NO_CORRECTIONS, toggled, without } from './corrections.ts';

const suggested = [1, 4];

test('a tile that was suggested wrongly goes, one that was missed comes', () => {
  const corrections = toggled(suggested, toggled(suggested, NO_CORRECTIONS, 4), 0);
  expect([...corrections]).toEqual([
    [4, false],
    [0, true],
  ]);
  expect(corrected(suggested, corrections)).toEqual([0, 1]);
});

test('said twice is taken back', () => {
  const once = toggled(suggested, NO_CORRECTIONS, 4);
  expect(toggled(suggested, once, 4).size).toBe(0);
  expect(corrected(suggested, toggled(suggested, once, 4))).toEqual(suggested);
});

test('what was said of tiles that are no longer there is forgotten', () => {
  const corrections = toggled(suggested, toggled(suggested, NO_CORRECTIONS, 4), 0);
  expect([...without(corrections, [4, 5])]).toEqual([[0, true]]);
});

test('accepting a corrected grid says something of all its other tiles', () => {
  const corrections = toggled(suggested, NO_CORRECTIONS, 4);
  expect(confirmed(suggested, corrections, 6)).toEqual([
    { slot: 0, isRight: false, source: 'confirmed' },
    { slot: 1, isRight: true, source: 'confirmed' },
    { slot: 2, isRight: false, source: 'confirmed' },
    { slot: 3, isRight: false, source: 'confirmed' },
    { slot: 5, isRight: false, source: 'confirmed' },
  ]);
});

test('accepting a grid that nobody corrected says nothing', () => {
  expect(confirmed(suggested, NO_CORRECTIONS, 6)).toEqual([]);
});
