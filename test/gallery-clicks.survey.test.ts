import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildExtension, type BuiltExtension } from './built-extension.ts';
import { type Gallery, openGallery } from './gallery/open-gallery.ts';
import {
  chooseByThreshold,
  type ClickPage,
  type Magnification,
  visitForClicks,
} from './gallery/visit-for-clicks.ts';

/** A click for tile k must land on tile k, however the tile is built and however large things are drawn. */

const pages: readonly ClickPage[] = [
  { path: 'grid/forum-register.html', word: '公交车', picture: 'bus' },
  { path: 'grid/transform-scale.html', word: '自行车', picture: 'bike' },
  { path: 'grid/transform-rotate.html', word: '杯子', picture: 'cup' },
  { path: 'grid/zoom-125.html', word: '公車', picture: 'bus' },
  { path: 'grid/inner-scroller.html', word: '船', picture: 'boat' },
  { path: 'grid/iframe-nested.html', word: '公交车', picture: 'bus' },
  { path: 'grid/canvas-virtual-3x3.html', word: '火车', picture: 'train' },
  { path: 'grid/canvas-hidpi-gutters.html', word: '猫', picture: 'cat' },
  { path: 'grid/shadow-closed.html', word: '树', picture: 'tree' },
];

const magnifications: readonly Magnification[] = [
  { devicePixelRatio: 1, zoom: 0.5 },
  { devicePixelRatio: 1.5, zoom: 0.75 },
  { devicePixelRatio: 2, zoom: 1 },
  { devicePixelRatio: 1, zoom: 1.25 },
  { devicePixelRatio: 1.5, zoom: 1.5 },
  { devicePixelRatio: 2, zoom: 2 },
  { devicePixelRatio: 1, zoom: 3 },
];

let built: BuiltExtension;
let gallery: Gallery;

beforeAll(async () => {
  built = await buildExtension();
  gallery = await openGallery(built.folder);
  await chooseByThreshold(gallery.tab);
});

afterAll(async () => {
  await gallery?.close();
  built?.remove();
});

describe.each(pages)('$path', (page) => {
  test.each(magnifications)('at DPR $devicePixelRatio and zoom $zoom', async (magnification) => {
    const { said, seen } = await visitForClicks(gallery.tab, page, magnification);
    expect(said.length).toBeGreaterThan(0);
    expect(seen).toEqual(said);
  });
});
