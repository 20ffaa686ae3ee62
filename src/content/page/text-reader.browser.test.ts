import { afterEach, expect, test, vi } from 'vitest';
import { createTextReader } from './text-reader.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

/** A reader of the page that tells what it has read. */
function open(html: string) {
  document.body.innerHTML = html;
  const told: string[] = [];
  const reader = createTextReader([document], () => true, true);
  const read = (): string[] => {
    told.length = 0;
    while (!reader.read(({ data }) => Boolean(told.push(data.trim()))).isDone);
    return told.filter((text) => text !== '');
  };
  reader.noteAll();
  read();
  return { reader, read };
}

/** Mutations of the body, of which is counted how often any is looked at. */
function mutate(length: number) {
  const observer = new MutationObserver(() => undefined);
  observer.observe(document.body, { childList: true });
  for (let index = 0; index < length; index += 1) document.body.append(String(index));
  const records = observer.takeRecords();
  const target = vi.spyOn(MutationRecord.prototype, 'target', 'get');
  const added = vi.spyOn(MutationRecord.prototype, 'addedNodes', 'get');
  return { records, looks: () => target.mock.calls.length + added.mock.calls.length };
}

test('of a mass of changes none is looked at, and what asks among them is read', () => {
  const { reader, read } = open(`<main>${'<p>12</p>'.repeat(500)}</main>`);
  const { records, looks } = mutate(1_000);
  document.querySelector('main')!.insertAdjacentHTML('beforeend', '<div><p>请选择所有的猫</p></div>');
  reader.note(records);
  expect(read()).toEqual(['请选择所有的猫']);
  expect(looks()).toBe(0);
});

test('many small changes are a mass together', () => {
  const { reader, read } = open('<p>12</p>');
  const { records, looks } = mutate(100);
  reader.note(records);
  reader.note(records);
  read();
  expect(looks()).toBe(0);
});

function line(top: number, left: number, text: string): string {
  return `<span style="position:absolute;left:${left}px;top:${top}px">${text}</span>`;
}

test('lines placed by hand are read one by one, however long they are together', () => {
  const { reader, read } = open('');
  const prose = Array.from({ length: 30 }, (_, index) =>
    line(200 + index * 20, 0, '一行很长的课文，不问什么。'),
  );
  document.body.innerHTML = `<div>${line(20, 0, '选出所有')}${line(20, 90, '有猫的图片')}${line(60, 0, '再写三个词')}${prose.join('')}</div>`;
  reader.noteAll();
  expect(read().slice(0, 2)).toEqual(['选出所有有猫的图片', '再写三个词']);
});

test('no more is read than is asked for', () => {
  const { reader } = open('<p>12</p>');
  document.body.innerHTML = '<p>请选择所有的猫</p>'.repeat(50);
  reader.noteAll();
  let runs = 0;
  reader.read(() => {
    runs += 1;
    return runs < 3;
  });
  expect(runs).toBe(3);
});

test('a page that takes away what is being read is read to its end', () => {
  document.body.innerHTML = `<main>${'<p>点击全部</p>'.repeat(3)}</main><p>请选择所有的猫</p>`;
  const told: string[] = [];
  const reader = createTextReader([document], () => true, false);
  reader.noteAll();
  reader.read(({ data }) => {
    document.querySelector('main')?.remove();
    return Boolean(told.push(data));
  });
  expect(told).toContain('请选择所有的猫');
});
