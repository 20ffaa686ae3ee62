import { afterEach, describe, expect, test, vi } from 'vitest';
import { gridStyle, images, setPage } from '../testing/pictures.ts';
import type { FoundGrid } from './found-grid.ts';
import { watchPage, type PageWatch } from './watch-page.ts';

let watch: PageWatch | undefined;
let found: readonly FoundGrid[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  watch?.stop();
  found = [];
  document.body.innerHTML = '';
});

async function openPage(html: string): Promise<void> {
  await setPage(html);
  watch = watchPage(
    (grids) => (found = grids),
    () => false,
    (error) => {
      throw error;
    },
  );
}

const asked = (): string[] =>
  found.map(({ asking }) => (asking.asked.kind === 'question' ? asking.asked.text : asking.asked.reason));

/** Milliseconds that a busy machine may take. */
const PATIENCE = 5_000;

function waitFor(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: PATIENCE, interval: 20 });
}

const GRID = `<div style="${gridStyle(3)};width:max-content">${images(9)}</div>`;

test('a thing that is replaced in a line of its own makes another question', async () => {
  await openPage(`<div>Select all images with</div><div id="thing">cats</div><div>Click verify</div>${GRID}`);
  await waitFor(() => expect(asked()).toEqual(['cat']));
  document.querySelector('#thing')!.textContent = 'buses';
  await waitFor(() => expect(asked()).toEqual(['bus']));
});

test('of one question in two languages the one above has the grid, also where it comes later', async () => {
  const both = `<p>请选择所有的<b>猫</b></p><small>Please select all cats</small>${GRID}`;
  await openPage(both);
  await waitFor(() => expect(asked()).toEqual(['猫']));
  document.body.innerHTML = `<div id="first"></div><small>Please select all dogs</small>${GRID}`;
  await waitFor(() => expect(asked()).toEqual(['dog']));
  document.querySelector('#first')!.innerHTML = '<small>请选择所有的<b>狗</b></small>';
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(asked()).toHaveLength(1);
});

test('what slides in is found whole, not as far as it has come', async () => {
  const style = '<style>@keyframes up { 0%, 90% { transform: translateY(84px) } }</style>';
  const sheet = `<div id="sheet" style="animation:up 1000s"><p>请选择所有的猫</p>${GRID}</div>`;
  await openPage(`${style}<div style="overflow:hidden;width:max-content">${sheet}</div>`);
  await waitFor(() => expect(found.map(({ rows }) => rows)).toEqual([2]));
  document.querySelector('#sheet')!.getAnimations()[0]!.finish();
  await waitFor(() => expect(found.map(({ rows }) => rows)).toEqual([3]));
});

test('the name of a key is a word of the question', async () => {
  await openPage(`<p>Mark all photos of <b>hills</b>, then press <kbd>Continue</kbd>.</p>${GRID}`);
  await waitFor(() => expect(asked()).toEqual(['hill']));
  expect(found[0]!.asking.question).toBe('Mark all photos of hills, then press Continue.');
});

test('a question among a thousand new elements is found', async () => {
  await openPage(`<main>${'<p>12</p>'.repeat(200)}</main>`);
  const rows = Array.from({ length: 1_000 }, (_, index) => {
    const row = document.createElement('section');
    row.innerHTML = index === 700 ? `<h3>请选择所有的猫</h3>${GRID}` : `<b>${index}</b><p>点击查看</p>`;
    return row;
  });
  for (const row of rows) document.querySelector('main')!.append(row);
  await waitFor(() => expect(asked()).toEqual(['猫']));
});

test('a question in a shadow root that is added, and in one inside of it', async () => {
  await openPage('<p>12</p>');
  const host = document.createElement('div');
  const inner = document.createElement('some-part');
  host.attachShadow({ mode: 'open' }).append(inner);
  inner.attachShadow({ mode: 'open' }).innerHTML = `<p>请选择所有的船</p>${GRID}`;
  document.body.append(host);
  await waitFor(() => expect(asked()).toEqual(['船']));
});

test('the words of a field that is only shown ask too', async () => {
  await openPage('<p>12</p>');
  document.body.insertAdjacentHTML('beforeend', `<input readonly placeholder="请选择所有的桥">${GRID}`);
  await waitFor(() => expect(asked()).toEqual(['桥']));
});

const ROWS = `<main>${'<section><b>1</b><p>点击查看</p></section>'.repeat(400)}</main>`;
const rows = (): Element[] => [...document.querySelectorAll('main > section')];

/** Every row changes, each in a mutation of its own. */
function changeRows(change: (row: Element, index: number) => void): void {
  for (const [index, row] of rows().entries()) change(row, index);
}

describe('among a mass of changes', () => {
  test('a question that is made of one of many texts is found', async () => {
    await openPage(`${ROWS}<div><p id="ask">12</p>${GRID}</div>`);
    await new Promise(requestAnimationFrame);
    changeRows((row, index) => (row.querySelector('b')!.textContent = `第 ${index} 行`));
    document.querySelector('#ask')!.textContent = '请选择所有的猫';
    await waitFor(() => expect(asked()).toEqual(['猫']));
  });

  test('a question that changes is another one', async () => {
    await openPage(`${ROWS}<div><p id="ask">请选择所有的猫</p>${GRID}</div>`);
    await waitFor(() => expect(asked()).toEqual(['猫']));
    changeRows((row) => row.querySelector('p')!.replaceWith(document.createElement('p')));
    document.querySelector('#ask')!.textContent = '请选择所有的狗';
    await waitFor(() => expect(asked()).toEqual(['狗']));
  });

  test('a question that comes back in another place is found there', async () => {
    const card = `<div id="card"><p>请选择所有的猫</p>${GRID}</div>`;
    await openPage(`${ROWS}<div><aside>${card}</aside></div>`);
    await waitFor(() => expect(asked()).toEqual(['猫']));
    const [before] = found;
    changeRows((row) => row.replaceChildren('2'));
    document.querySelector('aside')!.remove();
    document.querySelector('main')!.insertAdjacentHTML('beforebegin', card);
    await waitFor(() => expect(asked()).toEqual(['猫']));
    await waitFor(() => expect(found[0]).not.toBe(before));
    expect(found[0]!.tiles.every(({ element }) => element?.isConnected)).toBe(true);
  });

  test('a question that goes is told as gone', async () => {
    await openPage(`${ROWS}<div id="card"><p>请选择所有的猫</p>${GRID}</div>`);
    await waitFor(() => expect(asked()).toEqual(['猫']));
    changeRows((row) => row.replaceChildren('2'));
    document.querySelector('#card')!.remove();
    await waitFor(() => expect(asked()).toEqual([]));
  });

  test('tiles that are added to a grid are found', async () => {
    await openPage(`${ROWS}<div><p>请选择所有的猫</p>${GRID}</div>`);
    await waitFor(() => expect(found[0]?.rows).toBe(3));
    changeRows((row) => row.replaceChildren('2'));
    document.querySelector('img')!.parentElement!.insertAdjacentHTML('beforeend', images(3));
    await waitFor(() => expect(found[0]?.rows).toBe(4));
  });

  test('a question at which nothing happens is neither measured nor told again', async () => {
    await openPage(`${ROWS}<div><p>请选择所有的猫</p>${GRID}</div>`);
    await waitFor(() => expect(asked()).toEqual(['猫']));
    // The pace lets the look after the first one pass.
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
    const boxes = vi.spyOn(Element.prototype, 'getBoundingClientRect');
    const told = found;
    const text = vi.spyOn(document.body, 'textContent', 'get');
    changeRows((row) => row.replaceChildren('2'));
    changeRows((row) => row.classList.add('new'));
    await waitFor(() => expect(text).toHaveBeenCalled());
    await new Promise((resolve) => requestIdleCallback(() => resolve(undefined)));
    expect(boxes).not.toHaveBeenCalled();
    expect(found).toBe(told);
  });
});
