import { expect, test } from 'vitest';
import { latestWins } from './latest-wins.ts';

/** A task that stays under way until it is let go, and what slider positions it has seen. */
function slowTask() {
  const seen: number[] = [];
  const slider = { at: 0 };
  let letGo: (() => void) | undefined;
  const ask = latestWins(async () => {
    seen.push(slider.at);
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
  });
  const finish = async () => {
    letGo?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const move = (to: number) => {
    slider.at = to;
    ask();
  };
  return { seen, move, finish };
}

test('where the slider rests is answered, what it passed meanwhile is not', async () => {
  const { seen, move, finish } = slowTask();
  for (const to of [1, 2, 3, 4]) move(to);
  await finish();
  await finish();
  expect(seen).toEqual([1, 4]);
});

test('a later move starts again', async () => {
  const { seen, move, finish } = slowTask();
  move(1);
  await finish();
  move(2);
  await finish();
  expect(seen).toEqual([1, 2]);
});
