import { afterEach, expect, test } from 'vitest';
import { images, setPage } from '../testing/pictures.ts';
import { robustSelector } from './robust-selector.ts';
import { tileGroups } from './tile-groups.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

const repeat = (count: number, html: string): string => html.repeat(count);
const SQUARE = 'width:60px;height:60px;background:#888';

function groupAt(selector: string) {
  const [best] = tileGroups(document.querySelector(selector)!);
  return best && { selector: best.selector, count: best.elements.length };
}

test('a cell of a table stands for the cells of all rows', async () => {
  const row = `<tr>${repeat(4, `<td style="${SQUARE}"><img width="50" height="50"></td>`)}</tr>`;
  await setPage(`<table id="quiz">${repeat(4, row)}</table>`);
  expect(groupAt('td')?.count).toBe(16);
  expect(groupAt('img')?.count).toBe(16);
});

function gridNamed(id: string): string {
  return `<div id="${id}" style="display:grid;grid-template-columns:repeat(3,80px)">${images(9)}</div><p>…</p>`;
}

test('one grid of two stands alone, found by the name of what holds it', async () => {
  await setPage(gridNamed('first') + gridNamed('second'));
  expect(groupAt('#second img')).toEqual({ selector: '#second > img', count: 9 });
});

test('pictures of other sizes on the same path are no tiles', async () => {
  await setPage(
    `<div style="width:400px"><img width="380" height="90">${images(8, 'width="80" height="80"')}<img width="8" height="8"></div>`,
  );
  const [banner] = document.querySelectorAll('img');
  expect(tileGroups(banner!)).toEqual([]);
});

test('classes that say what a thing is tell tiles from what stands among them', async () => {
  const tiles = repeat(6, `<li class="tile x81ab29" style="${SQUARE}"></li>`);
  await setPage(
    `<ul style="display:grid;grid-template-columns:repeat(3,60px);list-style:none">${tiles}<li style="${SQUARE}"></li></ul>`,
  );
  const groups = tileGroups(document.querySelector('.tile')!).map(({ selector, elements }) => [
    selector,
    elements.length,
  ]);
  expect(groups[0]).toEqual([expect.stringMatching(/ > li\.tile$/), 6]);
});

test('what has no like is no tile', async () => {
  await setPage('<p>text</p><button>one</button>');
  expect(tileGroups(document.querySelector('button')!)).toEqual([]);
});

test.each([
  ['<p data-testid="prompt" class="x81ab29">a</p><p>b</p>', '[data-testid="prompt"]'],
  ['<div id="r1:k9"><h2 class="prompt selected">a</h2></div><h2>b</h2>', '.prompt'],
])('%s is named by what stays', async (html, selector) => {
  await setPage(html);
  const element = document.querySelector(selector)!;
  const found = robustSelector(element);
  expect(document.querySelectorAll(found)).toHaveLength(1);
  expect(document.querySelector(found)).toBe(element);
  expect(found).not.toMatch(/x81ab29|selected|r1/);
});

test('a page nested thousands deep is named all the same', async () => {
  await setPage(`${repeat(3000, '<div>')}<b>x</b>${repeat(3000, '</div>')}`);
  const found = robustSelector(document.querySelector('b')!);
  expect(document.querySelector(found)).toBe(document.querySelector('b'));
});
