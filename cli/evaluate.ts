import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { callerFolder } from './caller-folder.ts';
import { formatReport } from './evaluation/format-report.ts';
import { readGrids } from './evaluation/read-grids.ts';
import { reportPage } from './evaluation/html/page.ts';
import { evaluateModel, type Evaluation, type Run, type ShotsRun } from './evaluation/run-evaluation.ts';
import { formatShots } from './evaluation/shots/format-shots.ts';
import { modelFolder, shareOption } from './options.ts';
import { runCommand } from './run-command.ts';
import { parseStyles, PLAIN, styleNames } from './styles/style.ts';
import { UsageError } from './usage-error.ts';

const HELP = `
npm run -s evaluate -- [options] GRIDS.jsonl

Answers grids whose right answer is known and counts how often that is met. Each line is a grid:

  {"text": "自行车", "tiles": ["a.jpg", "b.jpg", "c.jpg"], "answer": [0, 2], "count": 2}

Paths are relative to the file, positions start at 0, count may be left out. A picture that several grids show is
encoded once.

  --style LIST       renders the pictures first, one measurement a style: ${PLAIN.name},
                     ${styleNames.join(', ')};
                     small+blur:0.5+jpeg does several, with strengths (1); stress stands for six such
  --sureness SHARE   grids are answered from this chance of being right on, 0 to 1 (the model's own)
  --threshold SHARE  by hand: a tile is chosen from this probability on, 0 to 1
  --shots LIST       teaches each of the 20 weakest words by so many corrections and answers grids of other pictures
                     of it, one measurement a number: 0,1,2,4,8
  --model FOLDER     folder with model.json (models/cn-clip-lite); may be given several times
  --cache FOLDER     keeps encoded pictures there for the next run
  --out FILE         writes what was predicted by the first measurement, a JSON object a line
  --report FILE      writes a page with all figures, charts and the worst grids as pictures; one file, no scripts
  --json             one JSON object: the first measurement (grids, tileAccuracy, gridAccuracy,
                     gridAccuracyWithCount, coverage, rightAmongAnswered, calibrationError, …, byText) and all runs
  --help             this text

Examples:
  npm run -s evaluate -- grids.jsonl
  npm run -s evaluate -- --style photographs,stress --cache /tmp/features --report out.html grids.jsonl
  npm run -s evaluate -- --threshold 0.4 --out predictions.jsonl --json grids.jsonl

gridAccuracyWithCount tells the decision how many tiles to choose: the line's count, or else the answer's length.
Exit code: 0 measured, 1 failed, 2 asked in a wrong way.`;

async function evaluate(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      style: { type: 'string', default: PLAIN.name },
      sureness: { type: 'string' },
      shots: { type: 'string', default: '' },
      threshold: { type: 'string' },
      out: { type: 'string' },
      model: { type: 'string', multiple: true },
      cache: { type: 'string' },
      report: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageError(`expected one file of grids, found ${positionals.length}`);
  }
  const styles = parseStyles(values.style);
  const threshold = shareOption('threshold', values.threshold);
  const sureness = shareOption('sureness', values.sureness);
  const evaluation: Evaluation = {
    grids: await readGrids(at(file)),
    styles,
    cache: values.cache === undefined ? undefined : at(values.cache),
    threshold,
    sureness,
    shots: parseShots(values.shots),
  };
  const runs: Run[] = [];
  const shots: ShotsRun[] = [];
  for (const folder of values.model ?? [undefined]) {
    const measured = await evaluateModel(modelFolder(folder), evaluation);
    runs.push(...measured.runs);
    shots.push(...measured.shots);
  }
  if (values.out !== undefined) {
    const lines = (runs[0]?.predictions ?? []).map((prediction) => `${JSON.stringify(prediction)}\n`);
    await writeFile(at(values.out), lines.join(''));
  }
  if (values.report !== undefined) {
    await writeFile(at(values.report), await reportPage(runs, evaluation.grids, shots));
  }
  process.stdout.write(
    `${values.json ? toJson(runs, shots) : [formatReport(runs), ...formatShots(shots)].join('\n')}\n`,
  );
}

function at(path: string): string {
  return resolve(callerFolder(), path);
}

/** Numbers of corrections a word; more than a person would make say nothing. */
const MOST_SHOTS = 64;

function parseShots(list: string): readonly number[] {
  return list.split(',').flatMap((text) => {
    if (text.trim() === '') return [];
    const shots = Number(text);
    if (Number.isInteger(shots) && shots >= 0 && shots <= MOST_SHOTS) return [shots];
    throw new UsageError(`--shots: expected whole numbers from 0 to ${MOST_SHOTS}, found ${text}`);
  });
}

function toJson(runs: readonly Run[], shots: readonly ShotsRun[]): string {
  const all = runs.map(({ model, style, algorithm, report }) => ({ model, style, algorithm, ...report }));
  return JSON.stringify({ ...runs[0]?.report, runs: all, ...(shots.length > 0 ? { shots } : {}) });
}

await runCommand({ help: HELP, run: evaluate });
