import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ruleAround } from '../src/engine/decide.ts';
import { encodeWord, type Word } from '../src/engine/word.ts';
import { openModel, type OpenedModel } from '../src/runtime/node.ts';
import { callerFolder } from './caller-folder.ts';
import { formatReport } from './evaluation/format-report.ts';
import { measure } from './evaluation/measure.ts';
import { predict } from './evaluation/predict.ts';
import { readGrids, type LabelledGrid } from './evaluation/read-grids.ts';
import { modelFolder, shareOption } from './options.ts';
import { encodePictures } from './pictures/encode-pictures.ts';
import { showProgress } from './show-progress.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

const HELP = `
npm run -s evaluate -- [options] GRIDS.jsonl

Answers grids whose right answer is known and counts how often that is met. Each line is a grid:

  {"text": "自行车", "tiles": ["a.jpg", "b.jpg", "c.jpg"], "answer": [0, 2], "count": 2}

Paths are relative to the file, positions start at 0, count may be left out. A picture that several grids show is
encoded once.

  --threshold SHARE  a tile is chosen from this probability on, 0 to 1 (the model's own)
  --out FILE         writes what was predicted, a JSON object a line
  --model FOLDER     folder with model.json (models/cn-clip-lite)
  --json             one JSON object: grids, tileAccuracy, gridAccuracy, gridAccuracyWithCount, tilesPerSecond, byText
  --help             this text

Examples:
  npm run -s evaluate -- grids.jsonl
  npm run -s evaluate -- --threshold 0.4 --out predictions.jsonl --json grids.jsonl

gridAccuracyWithCount tells the decision how many tiles to choose: the line's count, or else the answer's length.
Exit code: 0 measured, 1 failed, 2 asked in a wrong way.`;

async function evaluate(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      threshold: { type: 'string' },
      out: { type: 'string' },
      model: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageError(`expected one file of grids, found ${positionals.length}`);
  }
  const threshold = shareOption('threshold', values.threshold);
  const grids = await readGrids(resolve(callerFolder(), file));

  const model = await openModel(modelFolder(values.model));
  const { config, encoder } = model;
  const words = await encodeWords(grids, model);
  const pictures = [...new Set(grids.flatMap(({ tiles }) => tiles))];
  const started = performance.now();
  const vectors = await encodePictures(encoder, pictures, showProgress('pictures', pictures.length));
  const seconds = (performance.now() - started) / 1000;
  await model.close();

  const rule = threshold === undefined ? config.decision : ruleAround(threshold, config.decision);
  const predictions = grids.flatMap((grid) => {
    const word = words.get(grid.text);
    return word ? [predict(grid, word, vectors, rule)] : [];
  });
  if (values.out !== undefined) {
    const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`);
    await writeFile(resolve(callerFolder(), values.out), lines.join(''));
  }
  const report = measure(predictions, pictures.length / seconds);
  const said = values.json
    ? JSON.stringify(report)
    : formatReport(report, `${config.name} ${config.version}`);
  process.stdout.write(`${said}\n`);
}

async function encodeWords(
  grids: readonly LabelledGrid[],
  { encoder, config }: OpenedModel,
): Promise<ReadonlyMap<string, Word>> {
  const words = new Map<string, Word>();
  for (const { text } of grids) {
    if (!words.has(text)) words.set(text, await encodeWord(text, encoder, config));
  }
  return words;
}

await runCommand({ help: HELP, run: evaluate });
