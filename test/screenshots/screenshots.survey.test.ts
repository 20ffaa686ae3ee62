import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTextReader } from '../../src/runtime/node-text.ts';
import type { TextReader } from '../../src/ocr/text-reader.ts';
import { compose, openComposer } from './compose.ts';
import type { Look } from './look.ts';
import { figureLooks } from './looks-figure.ts';
import { tuningLooks } from './looks-tuning.ts';
import { measure, type Measured } from './measure.ts';
import type { Template } from './parts.ts';
import { figureTemplates } from './templates-figure.ts';
import { tuningTemplates } from './templates-tuning.ts';

/** Part of the screenshots whose question, and whose tiles, must be right. */
const BAR = 0.95;

/** Twenty screenshots are composed and read; on a busy machine each takes ten seconds. Milliseconds. */
const PATIENCE = 900_000;

let browser: Browser;
let reader: TextReader;
beforeAll(async () => {
  browser = await openComposer();
  reader = await openTextReader();
});
afterAll(async () => {
  await browser.close();
  await reader.close();
});

const sets: readonly [string, readonly Look[], Readonly<Record<string, Template>>][] = [
  ['those that it was tuned on', tuningLooks, tuningTemplates],
  ['those that it was not tuned on', figureLooks, figureTemplates],
];

test.each(sets)(
  'reads screenshots: %s',
  async (set, looks, templates) => {
    const measured: Measured[] = [];
    for (const look of looks) measured.push(await measure(await compose(browser, look, templates), reader));
    const share = (right: (one: Measured) => boolean) => measured.filter(right).length / measured.length;
    const figures = {
      screenshots: measured.length,
      questionRight: share(({ questionRight }) => questionRight),
      tilesRight: share(({ tilesRight }) => tilesRight),
      wrong: measured.filter(({ questionRight, tilesRight }) => !questionRight || !tilesRight),
    };
    console.log(`${set}: ${JSON.stringify(figures, undefined, 1)}`);
    expect(figures.questionRight).toBeGreaterThanOrEqual(BAR);
    expect(figures.tilesRight).toBeGreaterThanOrEqual(BAR);
  },
  PATIENCE,
);
