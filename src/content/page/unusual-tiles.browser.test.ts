// oxlint-disable unicorn/consistent-function-scoping -- the markup of a test stands beside it
import { afterEach, describe, expect, test } from 'vitest';
import { findNow } from '../testing/find-now.ts';
import { gridStyle, picture, setPage, sheet } from '../testing/pictures.ts';

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

describe('tiles that are made in unusual ways', () => {
  test('a canvas in which the grid stands amid other things', async () => {
    await setPage(`${ASKS}<div id="here"></div>`);
    const [whole, part] = [document.createElement('canvas'), sheet(2, 3, 90)];
    [whole.width, whole.height] = [520, 420];
    const context = whole.getContext('2d')!;
    const paper = context.createLinearGradient(0, 0, 520, 420);
    paper.addColorStop(0, '#2e7d5b');
    paper.addColorStop(1, '#0d2118');
    context.fillStyle = paper;
    context.fillRect(0, 0, 520, 420);
    for (const [row, column] of [0, 1].flatMap((r) => [0, 1, 2].map((c) => [r, c] as const))) {
      const [x, y] = [column * (part.width / 3), row * (part.height / 2)];
      context.drawImage(
        part,
        x,
        y,
        part.width / 3,
        part.height / 2,
        60 + column * 130,
        120 + row * 130,
        110,
        110,
      );
    }
    document.querySelector('#here')!.append(whole);
    const [grid] = await findNow();
    expect([grid?.rows, grid?.columns]).toEqual([2, 3]);
  });

  test('an image map', async () => {
    const area = (index: number) => {
      const [x, y] = [(index % 4) * 80, Math.floor(index / 4) * 80];
      return `<area shape="rect" coords="${x},${y},${x + 80},${y + 80}" href="#">`;
    };
    const areas = Array.from({ length: 8 }, (_, index) => area(index)).join('');
    const image = `<img width="320" height="160" src="${picture(1)}" usemap="#cells">`;
    expect(await sizes(`${ASKS}${image}<map name="cells">${areas}</map>`)).toEqual(['2×4 公交车']);
    const links = `<area coords="0,0,40,90" href="#"><area coords="50,20,300,120" href="#">`;
    expect(await sizes(`${ASKS}${image}<map name="cells">${links}</map>`)).toEqual([]);
  });

  test('shapes that are filled with pictures', async () => {
    const shape = (index: number) => {
      const [x, y] = [(index % 3) * 90, Math.floor(index / 3) * 90];
      return `<pattern id="p${index}" width="1" height="1"><image href="${picture(index)}" width="84" height="84"/></pattern><rect x="${x}" y="${y}" width="84" height="84" fill="url(#p${index})"/>`;
    };
    const shapes = Array.from({ length: 6 }, (_, index) => shape(index)).join('');
    expect(await sizes(`${ASKS}<svg width="270" height="180">${shapes}</svg>`)).toEqual(['2×3 公交车']);
  });

  test('a background under the same picture, transparent', async () => {
    const both = (index: number) =>
      `<div style="position:relative;width:90px;height:90px"><div style="position:absolute;inset:0;background:url(${picture(index)})"></div><img style="position:absolute;inset:0;opacity:0;width:90px;height:90px" src="${picture(index)}"></div>`;
    const all = Array.from({ length: 6 }, (_, index) => both(index)).join('');
    expect(await sizes(`${ASKS}<div style="${gridStyle(3)}">${all}</div>`)).toEqual(['2×3 公交车']);
  });
});
