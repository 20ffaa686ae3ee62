import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createFakeEngine } from './testing/fake-engine.ts';
import {
  clicks,
  openPage,
  POSITIONS,
  RIGHT,
  start,
  stop,
  takenBack,
  taught,
  until,
  untilPhase,
} from './testing/controller-lab.ts';

afterEach(stop);

/** Presses the switch of a tile by keyboard alone; it lies in a closed shadow root, behind the last of the page. */
async function press(index: number): Promise<void> {
  document.querySelector<HTMLElement>('#submit')?.focus();
  await userEvent.tab();
  await userEvent.keyboard(`{Home}${'{ArrowRight}'.repeat(index)} `);
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

test('a corrected tile is taught at once, and accepting the grid teaches the others and clicks what fits', async () => {
  await openPage();
  start('suggest');
  await untilPhase('suggested');
  await press(0);
  expect(clicks).toEqual([]);
  await until(() => expect(taught).toHaveLength(1));
  expect(taught[0]?.tiles).toEqual([{ slot: 0, isRight: true, source: 'corrected' }]);

  await userEvent.keyboard('{Enter}');
  await untilPhase('clicked');
  expect(clicks).toEqual([1, ...POSITIONS]);
  const confirmed = taught[1]?.tiles ?? [];
  expect(confirmed).toHaveLength(8);
  expect(confirmed.every(({ source }) => source === 'confirmed')).toBe(true);
  expect(confirmed.filter(({ isRight }) => isRight).map(({ slot }) => slot)).toEqual(RIGHT);
});

test('said twice is taken back, and a grid that nobody corrected teaches nothing', async () => {
  await openPage();
  start('suggest');
  await untilPhase('suggested');
  await press(0);
  await press(0);
  await until(() => expect(takenBack).toEqual([0]));
  await userEvent.keyboard('{Enter}');
  await untilPhase('clicked');
  expect(clicks).toEqual(POSITIONS);
  expect(taught).toHaveLength(1);
});

test('what was clicked wrongly is taken back on the page too, by one more click', async () => {
  const tiles = await openPage();
  start('auto');
  await untilPhase('clicked');
  await press(RIGHT[0] ?? 0);
  await untilPhase('suggested');
  expect(taught[0]?.tiles).toEqual([{ slot: RIGHT[0], isRight: false, source: 'corrected' }]);
  await userEvent.keyboard('{Enter}');
  await untilPhase('clicked');
  expect(clicks).toEqual([...POSITIONS, POSITIONS[0]]);
  expect(tiles.map(({ ariaPressed }) => ariaPressed === 'true').indexOf(true)).toBe(RIGHT[1]);
});

test('where nothing was suggested the person can show what fits', async () => {
  await openPage();
  start(
    'auto',
    createFakeEngine(() => false),
  );
  await untilPhase('left-alone');
  await press(7);
  await untilPhase('suggested');
  await userEvent.keyboard('{Enter}');
  await untilPhase('clicked');
  expect(clicks).toEqual([8]);
});
