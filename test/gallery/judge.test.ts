import { expect, test } from 'vitest';
import type { PageState } from '../../src/shared/messages.ts';
import { readExpected } from './expected.ts';
import { intersectionOverUnion } from './intersection.ts';
import { faultsOf, type Truth } from './judge.ts';

const boxes = [0, 110, 220, 330].map((x) => ({ x, y: 0, width: 100, height: 100 }));

function truthOf(fields: object): Truth {
  const grid = {
    question: '请选择所有的公交车',
    text: '公交车',
    rows: 1,
    columns: 4,
    tiles: 'img',
    ...fields,
  };
  const html = `<script type="application/json" id="expected">${JSON.stringify({ kind: 'row', grids: [grid] })}</script>`;
  return { grid: readExpected(html, 'row.html').grids[0]!, boxes, also: [] };
}

const found: PageState = {
  phase: 'suggested',
  question: '请选择所有的公交车',
  text: '公交车',
  rows: 1,
  columns: 4,
  boxes,
};

test('the same box overlaps wholly, half a box by a third, a distant box not at all', () => {
  const [first, second] = [boxes[0]!, boxes[1]!];
  expect(intersectionOverUnion(first, first)).toBe(1);
  expect(intersectionOverUnion(first, { ...first, x: 50 })).toBeCloseTo(1 / 3);
  expect(intersectionOverUnion(first, second)).toBe(0);
});

test('what equals the page has no fault', () => {
  expect(faultsOf(found, truthOf({}))).toEqual([]);
});

test('a grid of another size, tiles elsewhere and another word are told', () => {
  expect(faultsOf({ ...found, rows: 2, columns: 2 }, truthOf({}))).toEqual(['size: expected 1×4, found 2×2']);
  const shifted = boxes.map(({ x, ...rest }) => Object.assign(rest, { x: x + 10 }));
  expect(faultsOf({ ...found, boxes: shifted }, truthOf({}))[0]).toContain('tile 1 overlaps 0.82');
  expect(faultsOf({ ...found, text: '车' }, truthOf({}))).toEqual(['text: expected 公交车, found "车"']);
});

test('white space and a label around the question do no harm, another question does', () => {
  const around = { ...found, question: '安全验证：\n请选择所有的 公交车' };
  expect(faultsOf(around, truthOf({}))).toEqual([]);
  expect(faultsOf({ ...found, question: '请选择' }, truthOf({}))[0]).toContain('question: expected');
});

test('a question beyond one thing must be left alone', () => {
  const beyond = truthOf({ understood: false, text: null, beyond: 'several' });
  expect(faultsOf({ ...found, phase: 'left-alone' }, beyond)).toEqual([]);
  expect(faultsOf(found, beyond)).toEqual(['expected to be left alone, found suggested']);
});

test('a page with a misspelt expectation is refused by name', () => {
  const html = '<script type="application/json" id="expected">{"kind":"row","grid":[]}</script>';
  expect(() => readExpected(html, 'grid/x.html')).toThrow(/grid\/x\.html: its expectation does not parse/);
});
