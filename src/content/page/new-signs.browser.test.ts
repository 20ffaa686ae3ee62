import { afterEach, expect, test } from 'vitest';
import { createNewSigns } from './new-signs.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

const found = (blocks: readonly Node[]): string[] =>
  blocks.map((block) => (block instanceof Element && block.id) || block.nodeName);

const add = (html: string): void => document.body.insertAdjacentHTML('beforeend', html);

/** Enough for its parent to be more than a question. */
const FILLER = '今天天气很好，'.repeat(100);

test('only what is new is found, with the block that holds it', () => {
  document.body.innerHTML = `<main>${FILLER}<p id="old">请选择所有的猫</p>${FILLER}</main>`;
  const signs = createNewSigns();
  signs.learn([document]);
  expect(signs.find([document]).blocks).toEqual([]);
  add(`<main>${FILLER}<p id="new">请选择所有的狗</p>${FILLER}</main>`);
  expect(found(signs.find([document]).blocks)).toEqual(['new']);
  expect(signs.find([document]).blocks).toEqual([]);
});

test('the same words once more are new too, and so is everything that was forgotten', () => {
  document.body.innerHTML = `<main>${FILLER}<p id="a">请选择所有的猫</p>${FILLER}</main>`;
  const signs = createNewSigns();
  signs.learn([document]);
  add(`<main>${FILLER}<p id="b">请选择所有的猫</p>${FILLER}</main>`);
  expect(found(signs.find([document]).blocks)).toContain('b');
  signs.forget();
  expect(found(signs.find([document]).blocks)).toEqual(['a', 'b']);
});

test('the thing in a block of its own is found with what asks for it', () => {
  const signs = createNewSigns();
  add(`<main>${FILLER}<section id="card"><p>Select all images with</p><p>cats</p></section></main>`);
  expect(found(signs.find([document]).blocks)).toEqual(['card']);
});

test('texts of shadow roots that are known count, those that are gone do not', () => {
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).innerHTML = `${FILLER}<p id="inner">请选择所有的船</p>`;
  document.body.append(host);
  const signs = createNewSigns();
  expect(found(signs.find([document, host.shadowRoot!]).blocks)).toEqual(['inner']);
  signs.forget();
  host.remove();
  expect(signs.find([document, host.shadowRoot!]).blocks).toEqual([]);
});

test('of very many the first are found, and the others after them', () => {
  const rows = Array.from({ length: 64 }, (_, index) => {
    const thing = String.fromCodePoint(0x4e00 + index * 7);
    return `<section>${FILLER}<p>请选择所有的${thing}</p></section>`;
  });
  document.body.innerHTML = rows.join('');
  const signs = createNewSigns();
  const first = signs.find([document]);
  expect([first.blocks.length, first.isAll]).toEqual([32, false]);
  const second = signs.find([document]);
  expect([second.blocks.length, second.isAll]).toEqual([32, true]);
});

const rows = (count: number): void =>
  add('<p>请选择所有的猫</p><p>今天天气很好，今天天气很好</p>'.repeat(count));

test('of what is there in masses only a few are looked at, and more of it only once it is twice as much', () => {
  const signs = createNewSigns();
  rows(50);
  expect(signs.find([document]).blocks.length).toBeLessThanOrEqual(8);
  rows(10);
  expect(signs.find([document]).blocks).toEqual([]);
  rows(60);
  expect(signs.find([document]).blocks).not.toEqual([]);
});

test('words that only joining brought together are no sign, in a long block neither', () => {
  document.body.innerHTML = `<main><p>${FILLER}选择</p><p>所有的日子${FILLER}</p></main>`;
  expect(createNewSigns().find([document]).blocks).toEqual([]);
  document.body.innerHTML = `<main>${'点击<p></p>全部<p></p>'.repeat(300)}</main>`;
  expect(createNewSigns().find([document]).blocks).toEqual([]);
});

test('a request whose words have a block each is one', () => {
  document.body.innerHTML = `<main>${FILLER}<div id="card"><p>请选择</p><p>所有的</p><p>猫</p></div></main>`;
  expect(found(createNewSigns().find([document]).blocks)).toEqual(['card']);
});
