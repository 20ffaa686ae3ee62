import { afterEach, beforeEach, expect, test } from 'vitest';
import { setPage } from '../testing/pictures.ts';
import { createPressHint, type PressHint } from './press-hint.ts';

let hint: PressHint;
let presses = 0;
beforeEach(async () => {
  await setPage('<p id="word">公交车</p><button id="send">提交</button>');
  presses = 0;
  document.querySelector('#send')!.addEventListener('click', () => (presses += 1));
  hint = createPressHint(() => [{ question: '#word', tiles: 'img', press: '#send' }]);
});
afterEach(() => {
  hint.remove();
  document.body.innerHTML = '';
});

const shown = (): number => document.querySelectorAll('[data-tilewise=press]:popover-open').length;

test('what is to be pressed is outlined once tiles are chosen, and not pressed', () => {
  hint.follow({ phase: 'suggested' });
  expect(shown()).toBe(0);
  hint.follow({ phase: 'clicked' });
  hint.follow({ phase: 'clicked' });
  expect(shown()).toBe(1);
  expect(presses).toBe(0);
  hint.follow({ phase: 'idle' });
  expect(shown()).toBe(0);
});

test('pressed by the person, the outline has served', () => {
  hint.follow({ phase: 'clicked' });
  document.querySelector<HTMLElement>('#send')!.click();
  expect(presses).toBe(1);
  expect(shown()).toBe(0);
});

test('nothing is outlined where it is not there', () => {
  document.querySelector('#send')!.remove();
  hint.follow({ phase: 'clicked' });
  expect(shown()).toBe(0);
});
