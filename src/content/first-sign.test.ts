import { expect, test } from 'vitest';
import { holdsFirstSign, isFirstSign } from './first-sign.ts';

test.each([
  '请选择所有的公交车',
  '請點選所有含有紅綠燈的圖片',
  '点选其中的杯子',
  '请选择3个苹果',
  '请选择除校车以外的公交车',
  '请先点击猫，再点击狗，最后点击鸟',
  '請依序點擊：貓、狗、鳥',
  '请依次点击“猫”“狗”',
  'Select all images with cats',
  'Click the cat first, then the dog',
  'Select everything except buses',
  'Tap the dog, the cat and the tree in this order',
  'Dogs only, please',
  'Human check: all the tractors, please',
])('%s may be a request', (text) => {
  expect(isFirstSign(text)).toBe(true);
  expect(holdsFirstSign(`42${text}7 days ago`)).toBe(true);
});

test.each([
  '今天天气很好',
  '点击查看详情',
  'Select a plan',
  'order 7919',
  'Members only',
  'All images',
  'checked',
  '',
])('%s is none', (text) => expect(isFirstSign(text)).toBe(false));

test('words that are joined without anything between them are still seen', () => {
  expect(isFirstSign('Pleaseselectallimages')).toBe(false);
  expect(holdsFirstSign('Pleaseselectallimages')).toBe(true);
});

test('a long text is no request, and may hold one', () => {
  const long = `${'…'.repeat(400)}请选择所有的猫`;
  expect([isFirstSign(long), holdsFirstSign(long)]).toEqual([false, true]);
});
