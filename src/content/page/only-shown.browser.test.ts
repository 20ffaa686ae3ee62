import { afterEach, expect, test } from 'vitest';
import { findNow } from '../testing/find-now.ts';
import { gridStyle, picture, setPage } from '../testing/pictures.ts';

const QUESTION = '<p>请选择所有的公交车</p>';

/** Nine tiles, each by its number. */
function board(tile: (index: number, image: string) => string, style = ''): string {
  const tiles = Array.from({ length: 9 }, (_, index) =>
    tile(index, `<img width="80" height="80" src="${picture(index)}">`),
  );
  return `<div class="board" style="${gridStyle(3)};width:max-content;position:relative;${style}">${tiles.join('')}</div>`;
}
const PLAIN = board((_, image) => image);
const LET_THROUGH = '<style>.off,.off *{pointer-events:none}</style>';
const cells = (...contents: string[]) =>
  `<tr>${contents.map((content) => `<td>${content}</td>`).join('')}</tr>`;
const LINKED = (href: (index: number) => string) =>
  board((index, image) => `<a href="${href(index)}">${image}</a>`);

afterEach(() => {
  document.body.innerHTML = '';
});

test.each([
  ['a preview that lets presses through', `${LET_THROUGH}<div class="off">${QUESTION}${PLAIN}</div>`],
  [
    'a board that lets presses through',
    `${LET_THROUGH}<div>${QUESTION}<div class="off">${PLAIN}</div></div>`,
  ],
  ['what lies behind', `<div inert>${QUESTION}${PLAIN}</div>`],
  [
    'a form that is closed',
    `<fieldset disabled>${QUESTION}${board((_, image) => `<label><input type="checkbox">${image}</label>`)}</fieldset>`,
  ],
  ['a gallery', QUESTION + LINKED((index) => `/photo/${index}`)],
  ['a light box', QUESTION + board((_, image) => `<a href="#x" style="cursor:zoom-in">${image}</a>`)],
  [
    'a table of questions',
    `<table>${cells('编号', '题干', '选项', '正确率')}${cells('Q-1', QUESTION, PLAIN, '91%')}</table>`,
  ],
  ['a complaint', `<p>昨天晚上抢票的时候网页上一直显示：</p>${QUESTION}${PLAIN}`],
  ['an example', `<div><p>For example:</p><div>${QUESTION}</div></div>${PLAIN}`],
  ['marked homework', `<div>${QUESTION}${PLAIN}<p><b>正确答案：</b>1、5</p></div>`],
  ['a log', `<div><div>${QUESTION}${PLAIN}</div><aside>Clicks: 1, 5, 8</aside></div>`],
  [
    'a list of marked questions',
    `${'很长的说明。'.repeat(120)}${QUESTION}${PLAIN}<p>参考答案：A、C</p>${'别的。'.repeat(40)}`,
  ],
  ['other things under a heading', `${QUESTION}<section><h3>最近拍照翻译</h3>${PLAIN}</section>`],
  [
    'statistics',
    QUESTION + board((index, image) => `<figure style="margin:0">${image}${index * 11}%</figure>`),
  ],
])('%s is only shown', async (_, html) => {
  await setPage(html);
  expect(await findNow()).toEqual([]);
});

test.each([
  [
    'a pane of glass over it',
    `${LET_THROUGH}<div style="position:relative">${QUESTION}<div class="off">${PLAIN}</div><div style="position:absolute;inset:0"></div></div>`,
  ],
  [
    'cells over pictures',
    `${LET_THROUGH}${QUESTION}${board((_, image) => `<div style="position:relative">${image.replace('<img', '<img class="off"')}<i style="position:absolute;inset:0"></i></div>`)}`,
  ],
  [
    'pictures that let presses through to their board',
    `${LET_THROUGH}${QUESTION}${board((_, image) => image.replace('<img', '<img class="off"'))}`,
  ],
  [
    'boxes of which some cannot be ticked',
    QUESTION +
      board(
        (index, image) => `<label><input type="checkbox" ${index > 3 ? 'disabled' : ''}>${image}</label>`,
      ),
  ],
  ['links to one place', QUESTION + LINKED(() => '/choose')],
  ['links that lead nowhere', QUESTION + LINKED((index) => `#tile-${index}`)],
  ['links for pages without script', QUESTION + LINKED((index) => `?tile=${index}`)],
  ['a row of a form', `<table>${cells('图片', `${QUESTION}${PLAIN}`)}${cells('姓名', '<input>')}</table>`],
  [
    'a table for its layout',
    `<table>${cells('', QUESTION, PLAIN, '')}<tr><td colspan="4"><button>确定</button></td></tr></table>`,
  ],
  ['a heading over its pictures', `${QUESTION}<section><h3>图片</h3>${PLAIN}</section>`],
  ['someone who asks', `<p>The little owl asks:</p>${QUESTION}${PLAIN}`],
  ['an answer for afterwards', `${QUESTION}${PLAIN}<p style="display:none">正确答案：1、5</p>`],
  [
    'an answer that is folded',
    `${QUESTION}${PLAIN}<div style="height:0;overflow:hidden">正确答案：1、5</div>`,
  ],
  ['an answer that is transparent', `${QUESTION}${PLAIN}<div style="opacity:0">正确答案：1、5</div>`],
  ['a button for the answer', `${QUESTION}${PLAIN}<button>查看参考答案</button><p>已选 2 张，满分 10 分</p>`],
  [
    'the answer to the one before',
    `<div><p>请选择所有的猫</p><p>正确答案：2、3</p></div><div>${QUESTION}${PLAIN}</div>`,
  ],
])('%s: is asked', async (_, html) => {
  await setPage(html);
  const found = await findNow();
  expect(found.map(({ rows, columns, asking }) => [rows, columns, asking.question])).toEqual([
    [3, 3, '请选择所有的公交车'],
  ]);
});
