import { CHANNELS, type Box, type Picture } from '../shared/picture.ts';

/** From where to where a word reaches, picture pixels. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** A column has ink when a pixel in it stands off the background by this share of the line's greatest contrast. */
const INK = 0.2;

/** Spaces between words are at least this wide, as a share of the box's height (which is about 1.3 times the font's size)… */
const NARROWEST_SPACE = 0.15;
/** … and wider than the widest gap between letters by this factor. */
const WIDER = 1.6;

const LEVELS = 256;

/** The words of a line of Latin letters by the gaps in their ink; one extent where no gap stands out. */
export function findWordExtents(picture: Picture, box: Box): Extent[] {
  const runs = inkRuns(picture, box);
  const space = leastSpace(runs, box.height * NARROWEST_SPACE);
  const words: Extent[] = [];
  for (const run of runs) {
    const last = words.at(-1);
    if (last !== undefined && run.from - last.to < space)
      words[words.length - 1] = { from: last.from, to: run.to };
    else words.push(run);
  }
  return words;
}

/** The width from which a gap is a space: above the largest jump among the sorted gaps. */
function leastSpace(runs: readonly Extent[], narrowest: number): number {
  const gaps = runs
    .slice(1)
    .map((run, index) => run.from - (runs[index]?.to ?? 0))
    .toSorted((a, b) => a - b);
  let least = Infinity;
  let jump = 0;
  for (const [index, gap] of gaps.entries()) {
    const before = gaps[index - 1] ?? 1;
    if (gap < narrowest || gap < before * WIDER || gap - before <= jump) continue;
    jump = gap - before;
    least = gap;
  }
  return least;
}

/** Stretches of neighbouring columns that have ink. */
function inkRuns(picture: Picture, box: Box): Extent[] {
  const left = Math.max(0, Math.round(box.x));
  const contrasts = inkOfColumns(picture, box, left);
  const least = contrasts.reduce((most, contrast) => Math.max(most, contrast), 1) * INK;
  const runs: Extent[] = [];
  for (const [column, contrast] of contrasts.entries()) {
    if (contrast < least) continue;
    const x = left + column;
    const last = runs.at(-1);
    if (last?.to === x) runs[runs.length - 1] = { from: last.from, to: x + 1 };
    else runs.push({ from: x, to: x + 1 });
  }
  return runs;
}

/** Greatest distance of each column's brightness from that of the background. */
function inkOfColumns({ width, height, rgba }: Picture, box: Box, left: number): number[] {
  const right = Math.min(width, Math.round(box.x + box.width));
  const top = Math.max(0, Math.round(box.y));
  const bottom = Math.min(height, Math.round(box.y + box.height));
  const histogram = new Uint32Array(LEVELS);
  const columns = Array.from({ length: Math.max(0, right - left) }, (_, column) => {
    const values: number[] = [];
    for (let y = top; y < bottom; y++) {
      const value = brightness(rgba, (y * width + left + column) * CHANNELS);
      histogram[value] = (histogram[value] ?? 0) + 1;
      values.push(value);
    }
    return values;
  });
  const background = histogram.indexOf(Math.max(...histogram));
  return columns.map((values) => Math.max(0, ...values.map((value) => Math.abs(value - background))));
}

/** Luma of ITU-R BT.601, 0..255. */
function brightness(rgba: Picture['rgba'], pixel: number): number {
  return Math.round(
    0.299 * (rgba[pixel] ?? 0) + 0.587 * (rgba[pixel + 1] ?? 0) + 0.114 * (rgba[pixel + 2] ?? 0),
  );
}
