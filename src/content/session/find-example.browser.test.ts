import { afterEach, expect, test } from 'vitest';
import { findNow } from '../testing/find-now.ts';
import { gridStyle, images, picture, setPage } from '../testing/pictures.ts';
import { findExample } from './find-example.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

const GRID = `<div style="${gridStyle(3)}">${images(9)}</div>`;
const EXAMPLE = `<img id="example" width="70" height="70" src="${picture(2)}">`;

/** The id of what is taken for the example; '' where none is. */
async function exampleOf(html: string): Promise<string> {
  await setPage(html);
  const [found] = await findNow();
  if (!found) return 'no grid';
  return findExample(found)?.element?.id ?? '';
}

test.each([
  [
    'beside the question',
    `<div style="display:flex;gap:12px"><p>请选择与示例相同的图片</p>${EXAMPLE}</div>${GRID}`,
  ],
  ['under the question', `<p>Select all images that match the example</p>${EXAMPLE}${GRID}`],
  [
    'beside the grid',
    `<p>请选择与右图相同的图片</p><div style="display:flex;gap:20px">${GRID}${EXAMPLE}</div>`,
  ],
  [
    'as a background',
    `<p>请选择与示例相同的图片</p><div id="example" style="width:80px;height:80px;background:url(${picture(3)})"></div>${GRID}`,
  ],
])('an example %s is found', async (_, html) => expect(await exampleOf(html)).toBe('example'));

test.each([
  [
    'nothing but a logo',
    `<img width="120" height="30" src="${picture(1)}"><p>请选择与示例相同的图片</p>${GRID}`,
  ],
  ['two pictures that could be it', `<p>请选择与示例相同的图片</p>${EXAMPLE}${EXAMPLE}${GRID}`],
])('%s is no example', async (_, html) => expect(await exampleOf(html)).toBe(''));
