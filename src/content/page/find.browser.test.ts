// oxlint-disable unicorn/consistent-function-scoping -- the markup of a test stands beside it
import { afterEach, describe, expect, test } from 'vitest';
import { boundsOf } from '../../grid/shape.ts';
import { findNow } from '../testing/find-now.ts';
import { gridStyle, images, picture, setPage, sheet } from '../testing/pictures.ts';
import { tileShape } from './tile.ts';

const ASKS = '<p>请选择所有的公交车</p>';

afterEach(() => {
  document.body.innerHTML = '';
});

/** Size of every grid found, with what it asks for. */
async function sizes(html: string): Promise<string[]> {
  await setPage(html);
  return (await findNow()).map(
    ({ rows, columns, asking: { asked } }) =>
      `${rows}×${columns} ${asked.kind === 'question' ? asked.text : asked.reason}`,
  );
}

/** Left and top of each tile, in order. */
async function places(): Promise<number[][]> {
  const [grid] = await findNow();
  return (grid?.tiles ?? []).map((tile) => {
    const { left, top } = boundsOf(tileShape(tile)!);
    return [Math.round(left), Math.round(top)];
  });
}

const cells = (count: number, name: string, attributes: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `<${name} ${attributes(index)}></${name}>`).join('');

describe('tiles of every make', () => {
  test('img elements, alone or in buttons, labels and list items', async () => {
    expect(await sizes(`${ASKS}<div style="${gridStyle(3)}">${images(9)}</div>`)).toEqual(['3×3 公交车']);
    for (const [open, close] of [
      ['<button>', '</button>'],
      ['<label><input type="checkbox">', '</label>'],
      ['<li><a href="#x">', '</a></li>'],
    ]) {
      const items = Array.from(
        { length: 6 },
        (_, index) => `${open}<img width="80" height="80" src="${picture(index)}">${close}`,
      );
      expect(await sizes(`${ASKS}<div style="${gridStyle(3)}">${items.join('')}</div>`)).toEqual([
        '2×3 公交车',
      ]);
    }
  });

  test('backgrounds, and one sprite shown in parts', async () => {
    const style = (index: number) =>
      `style="width:90px;height:90px;background:url(${picture(index)}) center/cover"`;
    expect(await sizes(`${ASKS}<div style="${gridStyle(2)}">${cells(6, 'div', style)}</div>`)).toEqual([
      '3×2 公交车',
    ]);
    const sprite = sheet(3, 3, 90).toDataURL();
    const part = (index: number) =>
      `style="width:90px;height:90px;background:url(${sprite}) -${(index % 3) * 90}px -${Math.floor(index / 3) * 90}px"`;
    expect(await sizes(`${ASKS}<div style="${gridStyle(3)}">${cells(9, 'i', part)}</div>`)).toEqual([
      '3×3 公交车',
    ]);
  });

  test('cells over one picture and over a canvas', async () => {
    const lattice = `<div style="position:absolute;inset:0;display:grid;grid-template:repeat(4,1fr)/repeat(4,1fr)">${cells(16, 'span', () => '')}</div>`;
    const box = (inner: string) =>
      `${ASKS}<div style="position:relative;width:320px;height:320px">${inner}${lattice}</div>`;
    expect(await sizes(box(`<img width="320" height="320" src="${picture(1)}">`))).toEqual(['4×4 公交车']);
    expect(await sizes(box('<canvas width="640" height="640" style="width:320px"></canvas>'))).toEqual([
      '4×4 公交车',
    ]);
  });

  test('a canvas without cells, by what is drawn in it', async () => {
    await setPage(`${ASKS}<div id="here"></div>`);
    document.querySelector('#here')!.append(sheet(3, 2, 100));
    const [grid] = await findNow();
    expect([grid?.rows, grid?.columns]).toEqual([2, 3]);
  });

  test('SVG images, image buttons and drawings', async () => {
    const svg = (index: number) =>
      `width="80" height="80"><image href="${picture(index)}" width="80" height="80"/`;
    expect(await sizes(`${ASKS}<div style="${gridStyle(3)}">${cells(6, 'svg', svg)}</div>`)).toEqual([
      '2×3 公交车',
    ]);
    const input = (index: number) => `type="image" width="80" height="80" src="${picture(index)}"`;
    const inputs = Array.from({ length: 4 }, (_, index) => `<input ${input(index)}>`).join('');
    expect(await sizes(`${ASKS}<div style="${gridStyle(2)}">${inputs}</div>`)).toEqual(['2×2 公交车']);
    const replaced = (index: number) => `style="width:80px;height:80px;content:url(${picture(index)})"`;
    expect(await sizes(`${ASKS}<div style="${gridStyle(3)}">${cells(6, 'div', replaced)}</div>`)).toEqual([
      '2×3 公交车',
    ]);
    const drawing = () => 'width="80" height="80"><circle cx="40" cy="40" r="30"/';
    expect(await sizes(`${ASKS}<div style="${gridStyle(3)}">${cells(9, 'svg', drawing)}</div>`)).toEqual([
      '3×3 公交车',
    ]);
  });

  test('one picture moved inside of clipping boxes counts as what is seen of it', async () => {
    const clip = (index: number) =>
      `<div style="width:90px;height:90px;overflow:hidden"><img width="270" height="270" src="${picture(0)}" style="margin:-${Math.floor(index / 3) * 90}px 0 0 -${(index % 3) * 90}px"></div>`;
    await setPage(
      `<body style="margin:0">${ASKS}<div style="${gridStyle(3)}">${Array.from({ length: 9 }, (_, index) => clip(index)).join('')}</div>`,
    );
    const found = await places();
    expect(found).toHaveLength(9);
    expect(found[4]!.map((value, axis) => value - found[0]![axis]!)).toEqual([94, 94]);
  });
});

describe('where the question is and how it is marked up', () => {
  const grid = `<div style="${gridStyle(3)};width:max-content">${images(9)}</div>`;

  test.each([
    ['above', `${ASKS}${grid}`],
    ['below', `${grid}${ASKS}`],
    ['at the side', `<div style="display:flex;gap:20px">${grid}${ASKS}</div>`],
    ['split over elements', `<div><span>请</span><span>选择所有的</span><b>公交车</b></div>${grid}`],
    ['over two lines', `<div>请选择包含以下物体的图片</div><div><strong>公交车</strong></div>${grid}`],
    ['with a title on the line before', `<div>安全验证<br>请选择所有的公交车</div>${grid}`],
    ['over the pictures of a figure', `<figure><figcaption>请选择所有的公交车</figcaption>${grid}</figure>`],
    ['in a field that is only shown', `<input readonly value="请选择所有的公交车">${grid}`],
    [
      'as text of a drawing',
      `<svg width="300" height="30"><text y="20">请选择所有的公交车</text></svg>${grid}`,
    ],
    ['in spans with spaces between', `<p><span>请选择</span> <span>所有的</span> <em>公交车</em></p>${grid}`],
    [
      'in one bar with other things',
      `<div style="display:flex;gap:80px"><span>第 3 题</span><span>请选择所有的公交车</span><span>⏱ 00:37</span></div>${grid}`,
    ],
    ['as the label of the group', `<div role="group" aria-label="请选择所有的公交车">${grid}</div>`],
  ])('%s', async (_, html) => expect(await sizes(html)).toEqual(['3×3 公交车']));

  test('two questions have a grid each', async () => {
    const other = '<p>请选择所有的自行车</p>';
    const small = `<div style="${gridStyle(3)};width:max-content">${images(6)}</div>`;
    expect(await sizes(`<section>${ASKS}${grid}</section><section>${other}${small}</section>`)).toEqual([
      '3×3 公交车',
      '2×3 自行车',
    ]);
    expect(
      await sizes(
        `<div style="display:flex;gap:24px"><div>${ASKS}${grid}</div><div>${other}${small}</div></div>`,
      ),
    ).toEqual(['3×3 公交车', '2×3 自行车']);
  });

  test('of two grids the one of the question is taken', async () => {
    const gallery = `<div style="${gridStyle(4)};width:max-content">${images(8)}</div>`;
    expect(
      await sizes(
        `${gallery}<div style="height:120px"></div><div>${ASKS}${grid}</div><div style="height:60px"></div>${gallery}`,
      ),
    ).toEqual(['3×3 公交车']);
  });

  test('inside of shadow roots', async () => {
    await setPage('<x-check></x-check>');
    document.querySelector('x-check')!.attachShadow({ mode: 'open' }).innerHTML = `<div>${ASKS}${grid}</div>`;
    expect((await findNow()).map(({ rows, columns }) => [rows, columns])).toEqual([[3, 3]]);
  });

  test('a question that is understood only as a request still has its grid', async () => {
    expect(await sizes(`<p>请选择最大的公交车的图片</p>${grid}`)).toEqual(['3×3 comparison']);
  });
});

describe('transformed and mirrored pages', () => {
  const inner = `${ASKS}<div style="${gridStyle(3)};width:max-content">${images(9)}</div>`;

  test.each(['scale(0.5)', 'scale(2)', 'rotate(8deg)', 'rotate(-20deg) scale(1.2)', 'skewX(6deg)'])(
    '%s',
    async (transform) => {
      expect(
        await sizes(`<div style="width:max-content;margin:150px;transform:${transform}">${inner}</div>`),
      ).toEqual(['3×3 公交车']);
    },
  );

  test.each([0.5, 1.25, 3])('zoom %d', async (zoom) => {
    expect(await sizes(`<div style="zoom:${zoom}">${inner}</div>`)).toEqual(['3×3 公交车']);
  });

  test('a page from right to left is read as it is seen', async () => {
    await setPage(`<div dir="rtl">${inner}</div>`);
    const found = await places();
    expect(found[0]![0]).toBeLessThan(found[2]![0]!);
    expect(found[0]![1]).toBeLessThan(found[8]![1]!);
  });
});
