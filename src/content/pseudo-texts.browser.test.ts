import { afterEach, expect, test, vi } from 'vitest';
import { watchPage, type PageWatch } from './page/watch-page.ts';
import { createPseudoLook } from './pseudo-texts.ts';
import { gridStyle, images, setPage } from './testing/pictures.ts';

let watch: PageWatch | undefined;

afterEach(() => {
  vi.restoreAllMocks();
  watch?.stop();
  document.body.innerHTML = '';
});

const GRID = `<div style="${gridStyle(3)};width:max-content">${images(9)}</div>`;

/** What each page says in pseudo-elements around its tiles. */
async function said(html: string): Promise<string[]> {
  await setPage(html);
  return createPseudoLook()().map(({ data }) => data);
}

test.each([
  ['the card', '<style>.q::before{content:"请选择所有的猫"}</style>', `<div class="q">${GRID}</div>`],
  ['a title', '<style>.q::after{content:"选出所有的" "猫" / "…"}</style>', `<h2 class="q"></h2>${GRID}`],
  [
    'an attribute',
    '<style>.q::before{content:attr(title)}</style>',
    `<p class="q" title="请点一下猫"></p>${GRID}`,
  ],
  ['both', '<style>.q::before{content:"请选择所有的"}</style>', `<p class="q">猫</p>${GRID}`],
])('%s says it', async (_, style, html) => {
  expect((await said(`${style}<main>${html}</main>`)).join()).toMatch(/^请?(?:选|点).*猫$/);
});

test.each([
  ['an icon', '.q::before{content:"\\e601"}'],
  ['hidden words', '.q::before{content:"请选择所有的猫";opacity:0}'],
])('%s says nothing', async (_, style) => {
  expect(await said(`<style>${style}</style><main><p class="q"></p>${GRID}</main>`)).toEqual([]);
});

test('no style is asked for again while the pictures are the same', async () => {
  await setPage(`<main><p>今天</p>${GRID}</main>`);
  const look = createPseudoLook();
  look();
  const asked = vi.spyOn(globalThis, 'getComputedStyle');
  look();
  expect(asked).not.toHaveBeenCalled();
  document.querySelector('main')?.insertAdjacentHTML('beforeend', GRID);
  look();
  expect(asked).toHaveBeenCalled();
});

test('a question that only CSS says is found with its grid, and goes with its words', async () => {
  await setPage(
    `<style>.q::before{content:"请点击图中的猫"}</style><main><div class="q">${GRID}</div></main>`,
  );
  let found: readonly string[] = [];
  watch = watchPage(
    (grids) => (found = grids.map(({ asking, tiles }) => `${asking.question} ${tiles.length}`)),
    () => false,
    (error) => {
      throw error;
    },
  );
  await vi.waitFor(() => expect(found).toEqual(['请点击图中的猫 9']), { timeout: 5_000 });
  document.querySelector('.q')?.classList.remove('q');
  await vi.waitFor(() => expect(found).toEqual([]), { timeout: 5_000 });
});
