import { expect, test } from 'vitest';
import { signsIn } from './text-signs.ts';

/** In the text of a page nothing stands between one block and the next. */
const amid = (text: string): string => `42 views订单7919${text}7 days ago查看`;

test.each([
  '请选择所有的公交车',
  '請點選所有含有紅綠燈的圖片',
  '点击图中的猫',
  '请选出2张有老虎的图',
  '选出公交车',
  '在下面的图片中，请点选猫',
  '请选择\n          所有的\n          公交车',
  '请先点击猫，再点击狗',
  '請依序點擊：貓、狗、鳥',
  '除了猫以外，请选择其余图片',
  'Select all images with cats',
  'SELECT 3 IMAGES WITH A DOG',
  'Click on the following animals in the correct order',
  'In this order, click: cat, dog, bus',
  'First click the cat, then the dog',
])('%s is seen wherever it stands', (text) => {
  expect(signsIn(amid(text))).not.toEqual([]);
});

test.each([
  '点击查看详情CNY 4.00paid2026-01-01',
  'Select a planCNY 1.00paid',
  '选择颜色CNY 4.00paid2026-01-01 5order 39595viewAll images',
  '今天有点忙。每天都是',
  'item 17 updated',
])('%s asks for nothing', (text) => {
  expect(signsIn(amid(text))).toEqual([]);
});

test('rows that differ by numbers have one key, other things have another', () => {
  const keys = [1, 2].map((row) => signsIn(`${row}请选择所有的猫 ${row * 77} 次`)[0]?.key);
  expect(keys[0]).toBe(keys[1]);
  expect(signsIn('请选择所有的狗')[0]?.key).not.toBe(signsIn('请选择所有的猫')[0]?.key);
});

test('of a text that is full of signs only the first are taken', () => {
  expect(signsIn('请选择所有的公交车。'.repeat(5_000))).toHaveLength(1_000);
});

test('a verb before another one does not hide it', () => {
  const text = '第 399 行点击查看请选择所有的猫';
  expect(signsIn(text).map(({ at }) => text.slice(at, at + 2))).toContain('请选');
  const english = 'checkedSelect all images with cats';
  expect(signsIn(english).map(({ at }) => english.slice(at, at + 6))).toContain('Select');
});
