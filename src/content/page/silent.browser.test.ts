import { afterEach, expect, test } from 'vitest';
import { findNow } from '../testing/find-now.ts';
import { gridStyle, images, picture, setPage } from '../testing/pictures.ts';

const grid = (columns = 3, count = 9) =>
  `<div style="${gridStyle(columns)};width:max-content">${images(count)}</div>`;
const boxes = (count: number, text: (index: number) => string) =>
  Array.from(
    { length: count },
    (_, index) => `<div style="width:60px;height:60px">${text(index)}</div>`,
  ).join('');

/** Six pictures, each in a link of its own with a title. */
const CAPTIONED = ['请选择远方', '标记所有的雨天', '点击春天', '一', '二', '三']
  .map((text) => `<a>${images(1)}<h3>${text}</h3></a>`)
  .join('');

afterEach(() => {
  document.body.innerHTML = '';
});

test.each([
  ['a gallery', `<h1>我的相册</h1>${grid(4, 16)}`],
  ['a gallery with a manager', `<p>请选择要删除的照片</p>${grid()}`],
  ['a shop', `<h2>热卖商品</h2>${grid()}<p>请选择颜色</p>`],
  ['search results', `<p>找到 9 张公交车的图片</p>${grid()}`],
  ['a calendar', `<p>请选择日期</p><div style="${gridStyle(7)}">${boxes(35, String)}</div>`],
  ['an emoji picker', `<p>Pick an emoji</p><div style="${gridStyle(5)}">${boxes(25, () => '😀')}</div>`],
  ['a chess board', `<p>Select a square</p><div style="${gridStyle(8)}">${boxes(64, () => '♞')}</div>`],
  ['an avatar chooser', `<p>选择你的头像</p>${grid()}`],
  ['a matter of taste', `<p>请选出三张你最喜欢的照片</p>${grid()}`],
  ['a survey', `<p>Select all that apply</p>${grid()}`],
  ['an article that quotes', `<p>验证码常常要求“请选择所有的公交车”，九张小图如下。</p>${grid()}`],
  ['a quotation of its own', `<blockquote>请选择所有的公交车</blockquote>${grid()}`],
  ['code', `<pre>请选择所有的公交车</pre>${grid()}`],
  ['a link to such a question', `<a href="/question/1">请选择所有的公交车</a>${grid()}`],
  ['captions that sound like requests', `<div style="${gridStyle(3)}">${CAPTIONED}</div>`],
  ['a title over such captions', `<h1>选择所有的远方</h1><div style="${gridStyle(3)}">${CAPTIONED}</div>`],
  ['the name of a choice', `<label><input type="checkbox"> Select images with people</label>${grid()}`],
  ['what describes a figure', `<figure>${grid()}<figcaption>请选择所有的公交车</figcaption></figure>`],
  ['a text that the person writes', `<div contenteditable="true">请选择所有的公交车</div>${grid()}`],
  ['a question without a grid', '<p>请选择所有的公交车</p><p>图片加载失败</p>'],
  ['a question far away', `<p>请选择所有的公交车</p><div style="height:900px"></div>${grid()}`],
  ['a question beside too many pictures', `<p>请选择所有的公交车</p>${grid(6, 36)}`],
  [
    'icons',
    `<p>请选择所有的公交车</p><div style="${gridStyle(3)}">${images(9, 'width="20" height="20"')}</div>`,
  ],
  ['one photograph', `<p>请选择所有的公交车</p><img width="400" height="300" src="${picture(0)}">`],
  ['one that is not displayed', `<div style="display:none"><p>请选择所有的公交车</p>${grid()}</div>`],
  ['one that is transparent', `<div style="opacity:0"><p>请选择所有的公交车</p>${grid()}</div>`],
  ['one that is hidden', `<div style="visibility:hidden"><p>请选择所有的公交车</p>${grid()}</div>`],
  [
    'one that is off the screen',
    `<div style="position:fixed;left:-2000px"><p>请选择所有的公交车</p>${grid()}</div>`,
  ],
  [
    'gradients',
    `<p>请选择所有的公交车</p><div style="${gridStyle(3)}">${boxes(9, () => '').replaceAll('60px"', '60px;background:linear-gradient(red,blue)"')}</div>`,
  ],
])('%s is left alone', async (_, html) => {
  await setPage(html);
  expect(await findNow()).toEqual([]);
});

test('hostile markup ends in silence', async () => {
  const deep = '<div>'.repeat(5_000);
  await setPage(`<p>请选择所有的公交车</p>${deep}`);
  expect(await findNow()).toEqual([]);
  await setPage(`<p>${'请选择所有的公交车，'.repeat(100_000)}</p>${grid()}`);
  expect(await findNow()).toEqual([]);
  await setPage('<p>请选择所有的公交车</p>'.repeat(3_000));
  expect(await findNow()).toEqual([]);
  await setPage(
    '<p>请选择所有的公交车</p><canvas width="0" height="0"></canvas><canvas width="20000" height="1" style="width:400px;height:400px"></canvas>',
  );
  expect(await findNow()).toEqual([]);
});
