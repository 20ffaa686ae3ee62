import { expect, test } from 'vitest';
import { stepTimes } from './step-times.ts';

const engine = { queue: 1, text: 2, prepare: 4, image: 30, decide: 1 };

test('the steps add up to the whole: nothing twice, nothing left out', () => {
  const steps = stepTimes({ find: 3, crop: 10, roundTrip: 45, engine, click: 5 });
  const total = steps.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  expect(total).toBe(3 + 10 + 45 + 5);
  expect(Object.fromEntries(steps)).toMatchObject({ timeTransport: 7, timeImage: 30 });
});

test('clocks of two contexts that disagree give no negative time', () => {
  const steps = stepTimes({ find: 0, crop: 0, roundTrip: 20, engine, click: 0 });
  expect(Object.fromEntries(steps)).toMatchObject({ timeTransport: 0 });
});
