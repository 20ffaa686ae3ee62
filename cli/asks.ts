import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openModel } from '../src/runtime/node.ts';
import { answerAsk, type AnsweredAsk } from './asks/answer-ask.ts';
import { measureAsks, type AskFigures } from './asks/measure-asks.ts';
import { readAsks } from './asks/read-asks.ts';
import { callerFolder } from './caller-folder.ts';
import { modelFolder } from './options.ts';
import { encodePictures } from './pictures/encode-pictures.ts';
import { runCommand } from './run-command.ts';
import { showProgress } from './show-progress.ts';
import { UsageError } from './usage-error.ts';

const HELP = `npm run -s asks -- [options] ASKS.jsonl

Answers questions beyond one thing whose right answer is known, as the engine does, and counts by kind how many tiles
and whole questions are right, how many were answered, and how many answered wrongly. Each line is a question:

  {"texts": ["公交车", "自行车"], "tiles": ["a.jpg", "b.jpg", "c.jpg"], "answer": [0, 2]}
  {"not": ["公交车"], "tiles": […], "answer": [1]}
  {"order": ["猫", "船"], "tiles": […], "answer": [2, 0]}
  {"example": "e.jpg", "tiles": […], "answer": [1], "count": 1}

texts and not may go together. Paths are relative to the file, positions start at 0, count may be left out.

  --model FOLDER     folder with model.json (models/cn-clip-lite)
  --json             one JSON object: figures by kind
  --help             this text

Example:
  npm run -s asks -- asks.jsonl

Exit code: 0 measured, 1 failed, 2 asked in a wrong way.`;

async function asks(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { model: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageError(`expected one file of questions, found ${positionals.length}`);
  }
  const labelled = await readAsks(resolve(callerFolder(), file));
  const model = await openModel(modelFolder(values.model));
  const { config, encoder } = model;
  const pictures = [
    ...new Set(labelled.flatMap(({ tiles, example }) => [...tiles, ...(example ? [example] : [])])),
  ];
  const vectors = await encodePictures(encoder, pictures, showProgress('pictures', pictures.length));
  const answers: AnsweredAsk[] = [];
  for (const ask of labelled) answers.push(await answerAsk(ask, { vectors, encoder, config }));
  await model.close();
  const figures = measureAsks(answers);
  process.stdout.write(`${values.json ? JSON.stringify(figures) : format(figures)}\n`);
}

function format(figures: Readonly<Record<string, AskFigures>>): string {
  const rows = Object.entries(figures).map(([kind, each]) =>
    [
      kind.padEnd(8),
      String(each.questions).padStart(9),
      ...[each.tilesRight, each.wholeRight, each.answered, each.answeredWrongly].map((share) =>
        share.toFixed(3).padStart(16),
      ),
    ].join(' '),
  );
  return [
    'kind     questions      tiles right      whole right         answered answered wrongly',
    ...rows,
  ].join('\n');
}

await runCommand({ help: HELP, run: asks });
