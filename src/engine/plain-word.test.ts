import { expect, test } from 'vitest';
import { plainWord } from './plain-word.ts';

test.each([
  ['红色的公交车', '公交车'],
  ['红色公交车', '公交车'],
  ['戴帽子的狗', '狗'],
  ['red bus', 'bus'],
  ['big old black dog', 'dog'],
  ['dog wearing a hat', 'dog'],
  ['cat on a table', 'cat'],
])('%s says something of %s', (text, plain) => expect(plainWord(text)).toBe(plain));

test.each([
  '公交车',
  '红绿灯',
  '变色龙',
  '小狗',
  'traffic light',
  'polar bear',
  'cup of coffee',
  'school bus',
])('%s is a thing', (text) => expect(plainWord(text)).toBeUndefined());
