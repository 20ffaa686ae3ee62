import { afterEach, expect, test, vi } from 'vitest';
import { gridStyle, images, setPage } from '../testing/pictures.ts';
import type { FoundGrid } from './found-grid.ts';
import { watchPage, type PageWatch } from './watch-page.ts';

let watch: PageWatch | undefined;
let found: readonly FoundGrid[] = [];

afterEach(() => {
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
