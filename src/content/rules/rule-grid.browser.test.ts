import { afterEach, expect, test } from 'vitest';
import { findNow } from '../testing/find-now.ts';
import { picture, setPage } from '../testing/pictures.ts';
import { mergeFound } from './merge-found.ts';
import { ruleGrid } from './rule-grid.ts';
import { watchRules } from './watch-rules.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

function unevenTile(index: number): string {
  return `<div class="card"><img width="${70 + (index % 3) * 9}" height="${60 + (index % 2) * 14}" src="${picture(index)}"></div>`;
}

/** Nine pictures in three columns of different heights, under a bare word: nothing that layout would tell. */
async function uneven(): Promise<void> {
  await setPage(
    `<h4 id="word">公交车</h4><div style="display:grid;grid-template-columns:repeat(3,100px);gap:8px">
    ${Array.from({ length: 9 }, (_, index) => unevenTile(index)).join('')}</div>`,
  );
}

const rule = { question: '#word', tiles: '.card' };

test('a rule finds what layout does not: question, tiles in reading order, their pictures', async () => {
  await uneven();
  expect(await findNow()).toEqual([]);
  const grid = ruleGrid(rule);
  expect(grid).toMatchObject({
    rows: 3,
    columns: 3,
    asking: { asked: { kind: 'question', text: '公交车' } },
  });
  const pictures = grid!.tiles.map((tile) => tile.picture?.element);
  expect(pictures).toEqual([...document.querySelectorAll('img')]);
});

test('a question in words is read as one', async () => {
  await uneven();
  document.querySelector('#word')!.textContent = '请选出2张有猫的图片';
  expect(ruleGrid(rule)?.asking.asked).toMatchObject({ text: '猫', count: 2 });
});

test.each([
  ['no such question', { question: '#none', tiles: '.card' }],
  ['no such tiles', { question: '#word', tiles: '.none' }],
  ['a selector that is none', { question: '#word', tiles: '.card >' }],
  ['everything', { question: '#word', tiles: '#word' }],
])('%s finds nothing', async (_, broken) => {
  await uneven();
  expect(ruleGrid(broken)).toBeUndefined();
});

test('tiles that come later are told, and that they go', async () => {
  await uneven();
  const cards = document.querySelector('.card')!.parentElement!;
  cards.remove();
  const counts: number[] = [];
  const stop = watchRules([rule], (grids) => counts.push(grids[0]?.tiles.length ?? 0));
  document.body.append(cards);
  await expect.poll(() => counts).toEqual([0, 9]);
  cards.style.display = 'none';
  await expect.poll(() => counts).toEqual([0, 9, 0]);
  stop();
});

test('where layout and rule speak of the same tiles, the rule counts', async () => {
  await setPage(
    `<p>请选择所有的公交车</p><div id="tiles" style="display:grid;grid-template-columns:repeat(3,80px);gap:4px">
    ${Array.from({ length: 9 }, (_, index) => `<img width="80" height="80" src="${picture(index)}">`).join('')}</div>`,
  );
  const byGeometry = await findNow();
  expect(byGeometry).toHaveLength(1);
  const byRule = ruleGrid({ question: 'p', tiles: '#tiles > img:nth-child(-n + 6)' })!;
  expect(mergeFound([byRule], byGeometry)).toEqual([byRule]);
  expect(mergeFound([], byGeometry)).toEqual(byGeometry);
});
