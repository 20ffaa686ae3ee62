import { expect, test } from 'vitest';
import { askingLine } from './asking-line.ts';
import { readQuestion } from './read-question.ts';

test.each([
  [
    'We keep spam out with one short step. Kindly tap each picture that shows a person.',
    'Kindly tap each picture that shows a person.',
  ],
  [
    'Task 2. Select all images with buses. If there are none, skip.',
    'Select all images with buses. If there are none, skip.',
  ],
  ['投稿前需要确认您不是自动程序。请选出所有的花', '请选出所有的花'],
  [
    'Which of these have a clock in them? Pick every one.',
    'Which of these have a clock in them? Pick every one.',
  ],
  [
    'Two of these photos are of cakes. Please tap them.',
    'Two of these photos are of cakes. Please tap them.',
  ],
  ['亲，点点看哪些是鞋子~', '亲，点点看哪些是鞋子~'],
])('of %s the sentence that asks and what belongs to it is shown', (text, shown) => {
  expect(askingLine(text, readQuestion(text)!)).toBe(shown);
});
