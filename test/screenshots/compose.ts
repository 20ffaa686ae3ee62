import { readFileSync, readdirSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../cli/find-browser.ts';
import { gridMarkup } from './grid-markup.ts';
import type { Look, Truth } from './look.ts';
import type { Template } from './parts.ts';
import { seededRandom } from './seeded-random.ts';

const PICTURES = new URL('../../demo/pictures/', import.meta.url);

export interface Screenshot {
  readonly look: Look;
  readonly png: Buffer;
  readonly truth: Truth;
}

export async function openComposer(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

/** Renders the look and photographs it; the truth is measured in the same page. */
export async function compose(
  browser: Browser,
  look: Look,
  templates: Readonly<Record<string, Template>>,
): Promise<Screenshot> {
  const template = templates[look.template];
  if (template === undefined) throw new Error(`look "${look.name}": no template "${look.template}"`);
  const pictures = shuffledPictures(look.seed);
  const used = look.rows * look.columns;
  const html = template({
    look,
    grid: gridMarkup(look, pictures.slice(0, used)),
    picture: (index) => pictures[used + index] ?? '',
  });
  const page = await browser.newPage({ viewport: look.viewport, deviceScaleFactor: look.scale });
  try {
    await page.setContent(html, { waitUntil: 'load' });
    const measured = await page.evaluate(() => ({
      question: document.querySelector<HTMLElement>('[data-question]')?.innerText ?? '',
      tiles: Array.from(document.querySelectorAll('[data-tile]'), (tile) => tile.getBoundingClientRect()).map(
        ({ x, y, width, height }) => ({ x, y, width, height }),
      ),
    }));
    return { look, png: await page.screenshot(), truth: toTruth(look, measured) };
  } finally {
    await page.close();
  }
}

function toTruth({ rows, columns, scale }: Look, measured: Pick<Truth, 'question' | 'tiles'>): Truth {
  return {
    question: measured.question.replaceAll('\n', ' '),
    rows,
    columns,
    tiles: measured.tiles.map(({ x, y, width, height }) => ({
      x: x * scale,
      y: y * scale,
      width: width * scale,
      height: height * scale,
    })),
  };
}

function shuffledPictures(seed: number): string[] {
  const random = seededRandom(seed);
  const names = readdirSync(PICTURES)
    .filter((name) => /^[a-z]+-\d+\.jpg$/.test(name))
    .toSorted();
  return names
    .map((name) => ({ name, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ name }) => `data:image/jpeg;base64,${readFileSync(new URL(name, PICTURES)).toString('base64')}`);
}
