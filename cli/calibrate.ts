import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Calibration } from '../src/engine/calibration.ts';
import { MORE_LOOKS } from '../src/engine/look-again.ts';
import { parseModelConfig } from '../src/engine/model-config.ts';
import { openModel } from '../src/runtime/node.ts';
import { drawGrids } from './calibration/draw-grids.ts';
import { fitCalibration, type ScoredGrid } from './calibration/fit-calibration.ts';
import { scoreDrawn } from './calibration/score-drawn.ts';
import { FITTED_STYLES } from './calibration/styles.ts';
import { callerFolder } from './caller-folder.ts';
import { seededRandom } from './demo-pictures/seeded-random.ts';
import { encodeWords, fillAlbum } from './evaluation/album.ts';
import { openFeatureCache } from './evaluation/feature-cache.ts';
import { readGrids } from './evaluation/read-grids.ts';
import { modelFolder, shareOption } from './options.ts';
import { runCommand } from './run-command.ts';
import { showProgress } from './show-progress.ts';
import { parseStyles } from './styles/style.ts';
import { UsageError } from './usage-error.ts';

/** Chance of the whole grid from which it is answered. */
const SURENESS = 0.9;
/** Drawn questions a style. The photographs as they are count as much as all other styles together. */
const GRIDS_A_STYLE = 600;
const PLAIN_GRIDS = 6000;
const SEED = 1;

const HELP = `
npm run -s calibrate -- [options] GRIDS.jsonl...

Fits the decision to a model: from questions whose right answer is known it draws questions of four to sixteen tiles,
with and without a right one, as photographs and in the styles of \`evaluate --style\` at several strengths, and writes
the fitted weights into model.json as decision.calibration. Measure with \`evaluate\` on other pictures.

  --model FOLDER     folder with model.json (models/cn-clip-lite)
  --style LIST       styles to fit to, instead of all
  --sureness SHARE   chance of the whole grid from which it is answered, 0 to 1 (${SURENESS})
  --cache FOLDER     keeps encoded pictures there for the next run
  --json             one JSON object: what was written
  --help             this text

Examples:
  npm run -s calibrate -- half-a.jsonl
  npm run -s calibrate -- --sureness 0.9 --model models/mine --cache /tmp/features half-a.jsonl

Exit code: 0 written, 1 failed, 2 asked in a wrong way.`;

async function calibrate(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      model: { type: 'string' },
      style: { type: 'string' },
      sureness: { type: 'string' },
      cache: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new UsageError('expected at least one file of grids, found none');
  const sureness = shareOption('sureness', values.sureness) ?? SURENESS;
  const styles = parseStyles(values.style ?? FITTED_STYLES.join(','));
  const folder = modelFolder(values.model);
  const grids = (
    await Promise.all(positionals.map((file) => readGrids(resolve(callerFolder(), file))))
  ).flat();

  const model = await openModel(folder);
  const cache = openFeatureCache(
    values.cache === undefined ? undefined : resolve(callerFolder(), values.cache),
    { sha256: model.config.image.sha256, dimension: model.config.embeddingDimension },
  );
  const words = await encodeWords(
    grids.map(({ text }) => text),
    model,
  );
  const known = grids.filter(({ text }) => words.get(text)?.known === true);
  const pictures = [...new Set(known.flatMap(({ tiles }) => tiles))];
  const scored: ScoredGrid[] = [];
  const random = seededRandom(SEED);
  for (const style of styles) {
    const progress = showProgress(style.name, pictures.length);
    const albums = [await fillAlbum(model, words, pictures, { style }, cache, progress)];
    for (const look of MORE_LOOKS) {
      albums.push(await fillAlbum(model, words, pictures, { style, look }, cache, () => undefined));
    }
    const count = style.steps.length === 0 && styles.length > 1 ? PLAIN_GRIDS : GRIDS_A_STYLE;
    for (const drawn of drawGrids(known, count, albums.length, random)) {
      scored.push(scoreDrawn(drawn, albums, random));
    }
  }
  await model.close();
  const calibration = fitCalibration(scored, sureness);
  await writeCalibration(join(folder, 'model.json'), calibration);
  const said = { grids: scored.length, pictures: pictures.length, styles: styles.length, calibration };
  process.stdout.write(
    values.json
      ? `${JSON.stringify(said)}\n`
      : `${join(folder, 'model.json')}: fitted to ${said.grids} grids of ${said.pictures} pictures in ${said.styles} styles\n`,
  );
}

/** Changes decision.calibration and leaves the rest as it was written. */
async function writeCalibration(file: string, calibration: Calibration): Promise<void> {
  const json: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof json !== 'object' || json === null || !('decision' in json)) {
    throw new Error(`${file}: expected an object with a decision`);
  }
  const decision = { ...Object(json.decision), calibration };
  const text = `${JSON.stringify({ ...json, decision }, null, 2)}\n`;
  parseModelConfig(text, file);
  await writeFile(file, text);
}

await runCommand({ help: HELP, run: calibrate });
