import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ExpectedPage, readExpected } from './expected.ts';

export const PAGES = fileURLToPath(new URL('../pages/', import.meta.url));

/** `grid`: pages on which a grid must be found. `none`: pages on which nothing may be. */
const folders = ['grid', 'none'] as const;

export interface GalleryPage {
  /** Path below test/pages, such as `grid/bank-modal.html`. */
  readonly path: string;
  readonly expected: ExpectedPage;
}

/** All pages of the gallery, or those whose path holds one of the words. */
export async function listPages(words: readonly string[] = []): Promise<GalleryPage[]> {
  const pages: GalleryPage[] = [];
  for (const folder of folders) {
    for (const name of (await readdir(join(PAGES, folder))).toSorted()) {
      const path = `${folder}/${name}`;
      if (words.length > 0 && !words.some((word) => path.includes(word))) continue;
      const expected = readExpected(await readFile(join(PAGES, path), 'utf8'), path);
      if (expected.grids.length > 0 !== (folder === 'grid')) {
        throw new Error(`${path}: ${expected.grids.length} grids expected on a page in ${folder}/`);
      }
      pages.push({ path, expected });
    }
  }
  return pages;
}
