import sharp from 'sharp';
import { parseStyle } from '../../styles/style.ts';
import { isRight } from '../differences.ts';
import { renderFile } from '../encode-styled.ts';
import type { Prediction } from '../predict.ts';
import type { LabelledGrid } from '../read-grids.ts';
import type { Run } from '../run-evaluation.ts';
import { escape, share } from './markup.ts';

const SIDE = 72;
const QUALITY = 60;

/** The grids of a run that were answered wrongly and most surely, as pictures; else those left that would be wrong. */
export async function worstGrids(run: Run, grids: readonly LabelledGrid[], most: number): Promise<string> {
  const byLine = new Map(grids.map((grid) => [grid.line, grid]));
  const wrong = run.predictions
    .filter(({ known, answer, predicted }) => known && !isRight(answer, predicted))
    .toSorted((a, b) => Number(b.answered) - Number(a.answered) || b.confidence - a.confidence)
    .slice(0, most);
  const drawn = wrong.map(async (prediction) => {
    const grid = byLine.get(prediction.line);
    return grid ? drawGrid(grid, prediction, run.style) : '';
  });
  return `<div class="grids">${(await Promise.all(drawn)).join('\n')}</div>`;
}

async function drawGrid({ tiles }: LabelledGrid, prediction: Prediction, style: string): Promise<string> {
  const { text, line, answer, predicted, chances, answered, confidence } = prediction;
  const drawn = tiles.map(async (tile, position) => {
    const [wanted, chosen] = [answer.includes(position), predicted.includes(position)];
    const state = wanted === chosen ? (wanted ? 'right' : 'plain') : wanted ? 'missed' : 'taken';
    const said =
      state === 'plain'
        ? 'rightly left'
        : { right: 'rightly chosen', missed: 'missed', taken: 'wrongly chosen' }[state];
    return `<li class="${state}"><img width="${SIDE}" height="${SIDE}" alt="${said}" src="${await thumbnail(tile, style)}"><span>${share(chances[position] ?? 0, 2)} ${state === 'plain' ? '' : said}</span></li>`;
  });
  const columns = Math.ceil(Math.sqrt(tiles.length));
  const head = `${escape(text)} (line ${line}): ${answered ? 'answered' : 'left to the person'}, sure by ${share(confidence, 2)}`;
  return `<figure><figcaption>${head}</figcaption><ul class="tiles" style="grid-template-columns:repeat(${columns},auto)">${(await Promise.all(drawn)).join('')}</ul></figure>`;
}

/** As the model was shown it, small. */
async function thumbnail(file: string, style: string): Promise<string> {
  const { width, height, rgba } = await renderFile(file, parseStyle(style));
  const jpeg = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .resize(SIDE, SIDE, { fit: 'fill' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}
