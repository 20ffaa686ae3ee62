import { expect, test } from 'vitest';
import { findQuestions } from './find-question.ts';
import { matchQuestion } from './match-question.ts';
import { mendTraditional } from './mend-traditional.ts';

const GRID = { x: 100, y: 200, width: 340, height: 340 };

/** A line of text above the grid; `row` counts down from the top of the page. */
function line(text: string, row: number, width = 200, x = 100, height = 22) {
  return { text, confidence: 1, box: { x, y: 100 + row * 26, width, height } };
}

function asked(...lines: readonly ReturnType<typeof line>[]) {
  return findQuestions(lines, GRID).map(({ question, asked }) => [
    question,
    'text' in asked ? asked.text : asked.reason,
  ]);
}

test('reads the request among other lines', () => {
  expect(asked(line('首页', 0), line('请选择所有的公交车', 2), line('验证', 30))).toEqual([
    ['请选择所有的公交车', '公交车'],
  ]);
});

test('joins a line that was broken for want of room, in Chinese without a space', () => {
  expect(asked(line('请选择下面所有包含公交', 0, 330), line('车的图片', 1, 90))).toEqual([
    ['请选择下面所有包含公交车的图片', '公交车'],
  ]);
});

test('joins a broken line in English with a space', () => {
  expect(asked(line('Please select all of the images with', 0, 330), line('traffic lights', 1, 120))).toEqual(
    [['Please select all of the images with traffic lights', 'traffic light']],
  );
});

test('joins a lead and a larger word below it', () => {
  expect(asked(line('Select all images with', 0, 160), line('buses', 1, 80, 100, 34))).toEqual([
    ['Select all images with buses', 'bus'],
  ]);
});

test('a hint above the request is no part of it', () => {
  expect(asked(line('为了保护你的账号，请完成下面的验证。', 0, 230), line('请选择所有的公交车', 1))).toEqual([
    ['请选择所有的公交车', '公交车'],
  ]);
});

test('a button above the request is no part of it', () => {
  expect(asked(line('点击刷新', 0, 80), line('请选择所有的公交车', 1))).toEqual([
    ['请选择所有的公交车', '公交车'],
  ]);
});

test('says why a request is not understood', () => {
  expect(asked(line('请选择不包含猫的图片', 0))).toEqual([['请选择不包含猫的图片', '不含猫']]);
});

test('takes the question next to the grid, and text on the tiles never', () => {
  const grid = { box: GRID, rows: 3, columns: 3, tiles: [], score: 1 };
  const lines = [
    { text: '请选择所有的船', confidence: 1, box: { x: 100, y: 20, width: 200, height: 22 } },
    { text: '请选择所有的猫', confidence: 1, box: { x: 100, y: 170, width: 200, height: 22 } },
    { text: '请选择所有的狗', confidence: 1, box: { x: 120, y: 300, width: 200, height: 22 } },
  ];
  expect(matchQuestion([grid], lines)?.question.question).toBe('请选择所有的猫');
});

test('a request far from every grid belongs to none', () => {
  const grid = { box: GRID, rows: 3, columns: 3, tiles: [], score: 1 };
  const far = { text: '请选择所有的猫', confidence: 1, box: { x: 100, y: 1200, width: 200, height: 22 } };
  expect(matchQuestion([grid], [far])).toBeUndefined();
});

test.each([
  ['請選選所有的踏車', '請選擇所有的腳踏車'],
  ['請點擎下圖中的氯球', '請點擊下圖中的氣球'],
  ['選出包含舖匙的圖片', '選出包含鑰匙的圖片'],
  ['請選擇所有的計程車', '請選擇所有的計程車'],
  ['请选择所有的气球', '请选择所有的气球'],
])('mends %s to %s', (read, mended) => expect(mendTraditional(read)).toBe(mended));
