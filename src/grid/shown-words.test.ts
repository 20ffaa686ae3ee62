import { expect, test } from 'vitest';
import { announcesQuote } from './introduces-quote.ts';
import { readQuestion } from './read-question.ts';
import { simplified } from './simplified.ts';
import { namesOtherThings, tellsAnswer, tellsShare } from './shown-words.ts';

test.each([
  'I try to log in to pay my bill and it says:',
  'A screen showed eight images and one sentence drawn from the twelve prompts of Table 1, for example:',
  'For example:',
  '例如：',
  '昨天晚上抢票的时候网页上一直显示：',
])('%s announces a quotation', (text) => {
  expect(announcesQuote(text)).toBe(true);
});

test.each([
  'The little owl asks:',
  'Bear says:',
  'To prove that you are a person please do what the sentence below says:',
  '系统检测到您的账号异常，请按照下方显示：',
  '请看下面的图像：',
  'One more step before you go on:',
  'The way of asking that is meant here looks like this',
])('%s announces a request', (text) => {
  expect(announcesQuote(text)).toBe(false);
});

test.each([
  '正确答案：1、5',
  '【参考答案】 参考答案: A、C、F',
  '正確答案是 B',
  '孩子的答案： 1、3、5',
  '學生的選擇：A',
  '点击记录：2、4',
  '得 6 分 / 满分 10 分',
  '老师评语：第 3 张是小狗哦',
  '选择该图的人数',
  '【答案】ACF',
  '答案：ACF',
  'Answer key: B, D',
  '标注员的选择：2',
  'Correct answer: B',
  'Correct answers: 1, 5 and 8',
  "Visitor's selection: 3",
  'Clicks: 1, 5, 8',
  'the share of participants who chose it',
])('%s tells the answer', (text) => {
  expect(tellsAnswer(simplified(text))).toBe(true);
});

test.each([
  '查看参考答案',
  '参考答案：提交后显示',
  '正确答案可能不止一个',
  '上一题的正确答案：B',
  '已选 2 张，满分 10 分',
  '答对得 6 分，满分 10 分',
  '学生作答：',
  '已有 28 人作答',
  '得分：30',
  'Submit your answer',
  'Correct answers: 3 of 5',
  'Correct answers: 3',
  'Previous correct answer: B',
  'Clicks: 3',
  'Your answer: 1, 5',
  'Your answer: B',
  '我的答案：A',
  '答案：',
  'Answer: 3',
  'Answer: click all of them',
  'Answer all of them',
  'The correct answer is worth 5 points',
])('%s stands with a question that is asked', (text) => {
  expect(tellsAnswer(simplified(text))).toBe(false);
});

test('a share tells how many chose a picture, a letter or a number of its own does not', () => {
  expect(['28 人（100%） ✔', '12 votes', '.47', '0.98', '4 %'].filter(tellsShare)).toHaveLength(5);
  expect(['A', '图 3', '5', 'v1.2.35', '12 voters?', '2.50'].filter(tellsShare)).toEqual([]);
});

test.each([
  'Select three secret images and remember the order.',
  'Choose four pictures that are easy to remember',
  'Pick the password pictures in this order',
  '请选择三张秘密图片',
  '请选择三张图片组成图形密码',
])('%s asks for the person’s own choice', (text) => {
  expect(readQuestion(text)).toBeUndefined();
});

test('a lock with a combination can be asked for', () => {
  expect(readQuestion('请选择所有包含密码锁的图片')).toMatchObject({ kind: 'question', text: '密码锁' });
});

test('headings of questions are told from those of other things', () => {
  const others = ['最近拍照翻译', '猜你喜欢', 'My orders', 'Recently viewed'];
  expect(others.filter(namesOtherThings)).toEqual(others);
  const own = ['图片', '选项', '第 2 题', '安全验证', 'Images', 'Step', 'Challenge', 'Find them here', ''];
  expect(own.filter(namesOtherThings)).toEqual([]);
});
