import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildExtension, type BuiltExtension } from './built-extension.ts';
import { listPages } from './gallery/list-pages.ts';
import { type Gallery, openGallery } from './gallery/open-gallery.ts';
import { visitPage } from './gallery/visit-page.ts';

/** What the built extension finds on the pages of test/pages; `npm run gallery` shows the same as a table. */

let built: BuiltExtension;
let gallery: Gallery;

beforeAll(async () => {
  built = await buildExtension();
  gallery = await openGallery(built.folder);
});

afterAll(async () => {
  await gallery?.close();
  built?.remove();
});

describe('a page with a grid', async () => {
  test.each(await listPages(['grid/']))('$path: grid, tiles and question are found', async (page) => {
    expect((await visitPage(gallery.tab, page)).faults).toEqual([]);
  });
});

describe('a page without a question about pictures', async () => {
  test.each(await listPages(['none/']))('$path: nothing is found', async (page) => {
    expect((await visitPage(gallery.tab, page)).faults).toEqual([]);
  });
});
