import { afterEach, expect, test } from 'vitest';
import { changedBlocks, type Changed } from './changed-blocks.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

function after(html: string, change: () => void): Changed {
  document.body.innerHTML = html;
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, { childList: true, characterData: true, attributes: true, subtree: true });
  change();
  const records = observer.takeRecords();
  observer.disconnect();
  return changedBlocks([records]);
}

/** What is to be looked at after some changes, as ids or tag names. */
function changed(html: string, change: () => void): string[] {
  return after(html, change).blocks.map((node) =>
    node instanceof Element ? node.id || node.localName : node.nodeName,
  );
}

const get = (id: string): Element => document.querySelector(`#${id}`)!;
const list = (count: number): string =>
  `<ul id="list">${Array.from({ length: count }, (_, index) => `<li id="i${index}">${index}</li>`).join('')}</ul>`;

test('a text that changes is read with all of its block', () => {
  expect(
    changed('<p id="p">请<b id="b">选择</b></p>', () => {
      get('b').firstChild!.nodeValue = '选择所有的';
    }),
  ).toEqual(['p']);
});

function addItem(): void {
  get('list').insertAdjacentHTML('beforeend', '<li id="new">请选择所有的猫</li>');
}

function change(to: string): () => void {
  return () => (get('b').textContent = to);
}

test('a part of a line counts with its line, and a number in it does not', () => {
  expect(changed('<p id="p">请选择 <b id="b">3</b></p>', change('4'))).toEqual([]);
  expect(changed('<p id="p">请选择 <b id="b">3</b></p>', change('所有的猫'))).toEqual(['p']);
  expect(changed('<p id="p"><i id="b">3</i> 全部 <u><s>点击</s></u></p>', change('猫'))).toEqual(['p']);
  expect(changed('<div><b id="b">3</b><p>点击所有</p></div>', change('猫'))).toEqual([]);
});

test('of a short block all is read, of a long one what is new', () => {
  expect(changed(list(5), addItem)).toEqual(['list']);
  expect(changed(list(500), addItem)).toEqual(['new']);
});

const add = (place: InsertPosition) => () => get('ask').insertAdjacentHTML(place, '<p id="new">cats</p>');

test('of a part of the page only what is new is read, with what asks for it', () => {
  const page = `<main id="main"><h3 id="ask">Select all images with</h3><div>${'今天天气很好'.repeat(1_000)}</div></main>`;
  expect(changed(page, add('beforebegin'))).toEqual(['new']);
  expect(changed(page, add('afterend'))).toEqual(['ask', 'new']);
  expect(changed(page, () => get('ask').remove())).toEqual([]);
});

test('what is within another change is read once', () => {
  expect(
    changed('<div id="a"></div>', () => {
      for (let inner = get('a'), depth = 0; depth < 50; depth += 1) {
        const next = document.createElement('div');
        inner.append(next);
        inner = next;
      }
    }),
  ).toEqual(['a']);
});

test('texts added to a long block count only where they could belong to a request', () => {
  expect(changed(list(500), () => get('list').append(' 12 '))).toEqual([]);
  expect(changed(list(500), () => get('list').append('请选择所有的猫'))).toEqual(['list']);
});

test('attributes and what is gone again are passed over', () => {
  expect(changed('<p id="p">1</p>', () => get('p').setAttribute('title', '2'))).toEqual([]);
  expect(
    changed('<div id="d"><p id="p">1</p></div>', () => {
      get('p').textContent = '2';
      get('d').remove();
    }),
  ).toEqual(['body']);
});

/** How many blocks may ask after a block was filled. */
function askingAfter(html: string): number {
  return after('<div id="d"></div>', () => (get('d').innerHTML = html)).asking.length;
}

test('a request is seen in texts that are joined without anything between them', () => {
  expect(askingAfter('<b>Please</b><p>select</p><p>all</p><p>images with cats</p>')).toBe(1);
  expect(askingAfter('<p>12</p><p>34</p>')).toBe(0);
});
