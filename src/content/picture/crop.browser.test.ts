// oxlint-disable unicorn/consistent-function-scoping -- the markup of a test stands beside it
import { afterEach, describe, expect, test } from 'vitest';
import { createMeasurer } from '../page/measurer.ts';
import { seenShape } from '../page/seen-shape.ts';
import { COLOURS, picture, setPage, sheet } from '../testing/pictures.ts';
import { cropTile } from './crop-tile.ts';
import { paintOf } from './paint.ts';
import { pictureOf } from './picture.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

/** The crop of an element: its size, and which of the colours its middle has. */
async function crop(element: Element, over: Element = element) {
  const measure = createMeasurer();
  const shape = seenShape(element, measure)!;
  const paint = await paintOf(pictureOf(over)!, shape.centre, measure);
  const { width, height, rgba } = cropTile(paint!, shape);
  const at = 4 * (Math.floor(height / 2) * width + Math.floor(width / 2));
  const [red, green, blue] = rgba.subarray(at, at + 3);
  const colour = COLOURS.findIndex(
    ([r, g, b]) => Math.abs(r - red!) < 3 && Math.abs(g - green!) < 3 && Math.abs(b - blue!) < 3,
  );
  return { width, height, colour };
}

async function colours(selector: string, over?: string): Promise<number[]> {
  const under = over === undefined ? undefined : document.querySelector(over)!;
  const crops = await Promise.all(
    [...document.querySelectorAll(selector)].map((element) => crop(element, under)),
  );
  return crops.map(({ colour }) => colour);
}

const nine = [0, 1, 2, 3, 4, 5, 6, 7, 8];

test('an img is cut in its own pixels, however large it is shown, and no larger than a model needs', async () => {
  await setPage(
    `<img src="${picture(3, 200)}" width="50"><img src="${picture(4, 30)}" width="90"><img src="${picture(5, 900)}" width="90">`,
  );
  const crops = await Promise.all([...document.images].map((image) => crop(image)));
  expect(crops).toEqual([
    { width: 200, height: 200, colour: 3 },
    { width: 30, height: 30, colour: 4 },
    { width: 384, height: 384, colour: 5 },
  ]);
});

test('an element that its style replaces by a picture', async () => {
  await setPage(`<div id="d" style="width:50px;height:50px;content:url(${picture(6, 80)})"></div>`);
  expect(await crop(document.querySelector('#d')!)).toEqual({ width: 80, height: 80, colour: 6 });
});

describe('sprites', () => {
  const part = (index: number, style: string) =>
    `<i style="display:block;width:60px;height:60px;${style}" data-index="${index}"></i>`;
  const tiles = (style: (index: number) => string) => nine.map((index) => part(index, style(index))).join('');
  const url = sheet(3, 3, 60).toDataURL();

  test.each([
    [
      'by pixels',
      (index: number) => `background:url(${url}) -${(index % 3) * 60}px -${Math.floor(index / 3) * 60}px`,
    ],
    [
      'by percentages and size',
      (index: number) =>
        `background:url(${url}) ${(index % 3) * 50}% ${Math.floor(index / 3) * 50}% / 300% 300%`,
    ],
    [
      'in a border and padding',
      (index: number) =>
        `box-sizing:border-box;border:5px solid;padding:7px;background:url(${url}) -${(index % 3) * 50}px -${Math.floor(index / 3) * 50}px / 150px`,
    ],
    [
      'repeated past their end',
      (index: number) =>
        `background:url(${url}) ${180 - (index % 3) * 60}px ${360 - Math.floor(index / 3) * 60}px`,
    ],
    [
      'under a gradient',
      (index: number) =>
        `background:linear-gradient(#0000,#0000),url(${url}) -${(index % 3) * 60}px -${Math.floor(index / 3) * 60}px`,
    ],
  ])('%s', async (_, style) => {
    await setPage(tiles(style));
    expect(await colours('i')).toEqual(nine);
  });

  test('on twice the pixels are cut in all of them', async () => {
    const fine = sheet(3, 3, 120).toDataURL();
    await setPage(
      tiles(
        (index) => `background:url(${fine}) -${(index % 3) * 60}px -${Math.floor(index / 3) * 60}px / 180px`,
      ),
    );
    expect(await crop(document.querySelector('i')!)).toEqual({ width: 120, height: 120, colour: 0 });
    expect(await colours('i')).toEqual(nine);
  });
});

describe('cells over one picture', () => {
  const cells = `<div style="position:absolute;inset:0;display:grid;grid-template:repeat(3,1fr)/repeat(3,1fr)">${nine.map(() => '<span></span>').join('')}</div>`;
  const box = (inner: string, style = '') =>
    `<div style="position:relative;width:240px;height:240px;${style}">${inner}${cells}</div>`;

  test.each([
    '',
    'transform:rotate(17deg)',
    'transform:scale(-1.3,0.7)',
    'zoom:1.5',
    'rotate:90deg;scale:0.5',
  ])('as the page turns and scales them: %s', async (style) => {
    await setPage(
      box(
        `<img src="${sheet(3, 3, 70).toDataURL()}" style="width:100%;height:100%">`,
        `margin:150px;${style}`,
      ),
    );
    expect(await colours('span', 'img')).toEqual(nine);
  });

  test('as object-fit and object-position lay it', async () => {
    const wide = sheet(5, 3, 60).toDataURL();
    await setPage(box(`<img src="${wide}" style="width:100%;height:100%;object-fit:cover">`));
    expect((await colours('span', 'img')).slice(3, 6)).toEqual([6, 7, 8]);
    await setPage(
      box(`<img src="${wide}" style="width:100%;height:100%;object-fit:cover;object-position:left">`),
    );
    expect((await colours('span', 'img')).slice(3, 6)).toEqual([5, 6, 7]);
  });

  test('of a canvas and of a background', async () => {
    await setPage(box('<canvas style="width:240px"></canvas>'));
    document.querySelector('canvas')!.replaceWith(Object.assign(sheet(3, 3, 100), { style: 'width:240px' }));
    expect(await colours('span', 'canvas')).toEqual(nine);
    await setPage(box('', `background:url(${sheet(3, 3, 50).toDataURL()}) 0 0 / cover`));
    expect(await colours('span', 'div')).toEqual(nine);
  });
});

test('one picture moved inside of clipping boxes', async () => {
  const url = sheet(3, 3, 60).toDataURL();
  await setPage(
    nine
      .map(
        (index) =>
          `<div style="width:90px;height:90px;overflow:hidden"><img width="270" height="270" src="${url}" style="margin:-${Math.floor(index / 3) * 90}px 0 0 -${(index % 3) * 90}px"></div>`,
      )
      .join(''),
  );
  expect(await colours('img')).toEqual(nine);
});

test('SVG images, drawings and image buttons', async () => {
  await setPage(
    `<svg width="80" height="80"><image href="${picture(2)}" width="80" height="80"/></svg>` +
      '<svg class="drawn" width="80" height="80"><rect width="80" height="80" fill="rgb(20 180 90)"/></svg>' +
      `<input type="image" width="80" height="80" src="${picture(4)}">`,
  );
  expect(await colours('image')).toEqual([2]);
  expect(await colours('svg.drawn')).toEqual([1]);
  expect(await colours('input')).toEqual([4]);
});

test('a picture that does not fill its tile leaves paper, not black', async () => {
  await setPage(
    `<img src="${sheet(3, 1, 60).toDataURL()}" style="width:90px;height:90px;object-fit:contain">`,
  );
  const measure = createMeasurer();
  const shape = seenShape(document.images[0]!, measure)!;
  const { rgba } = cropTile((await paintOf(pictureOf(document.images[0]!)!, shape.centre, measure))!, shape);
  expect([...rgba.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
});
