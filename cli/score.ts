import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { encodeAsk } from '../src/engine/ask.ts';
import { decideRequest } from '../src/engine/decide-request.ts';
import { openModel } from '../src/runtime/node.ts';
import { callerFolder } from './caller-folder.ts';
import { countOption, modelFolder, shareOption } from './options.ts';
import { encodePictures } from './pictures/encode-pictures.ts';
import { formatScores, type Scores } from './pictures/format-scores.ts';
import { scoreAsk } from './pictures/score-ask.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

const HELP = `npm run -s score -- --text WORD [options] PICTURE...

Scores pictures against a word and says which of them show it, as the extension would on a page.

  --text WORD        what is asked for, such as 自行车; several times: any of these
  --not WORD         what must not be seen, alone or beside --text; may be given several times
  --order            a picture for each --text, in this order
  --example PICTURE  asks for what this picture shows, instead of a word
  --threshold SHARE  chosen from this probability on, 0 to 1 (the model's own)
  --count NUMBER     choose this many, the most probable ones
  --model FOLDER     folder with model.json (models/cn-clip-lite)
  --json             one JSON object instead of lines
  --help             this text

Examples:
  npm run -s score -- --text 自行车 a.jpg b.jpg
  npm run -s score -- --text 公交车 --count 3 --json tiles/*.png
  npm run -s score -- --text 公交车 --text 自行车 --not 校车 tiles/*.png
  npm run -s score -- --example bus.jpg tiles/*.png

Exit code: 0 scored (also when no picture fits), 1 failed, 2 asked in a wrong way.`;

async function score(args: readonly string[]): Promise<void> {
  const { values, positionals: files } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      text: { type: 'string', multiple: true },
      not: { type: 'string', multiple: true },
      order: { type: 'boolean', default: false },
      example: { type: 'string' },
      threshold: { type: 'string' },
      count: { type: 'string' },
      model: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { example, ...words } = values;
  const { text, ask } = await scoreAsk({
    ...words,
    ...(example === undefined ? {} : { example: resolve(callerFolder(), example) }),
  });
  if (files.length === 0) throw new UsageError('expected at least one picture, found none');
  const threshold = shareOption('threshold', values.threshold);
  const count = countOption('count', values.count);
  if (count !== undefined && count > files.length) {
    throw new UsageError(`--count: expected at most the number of pictures, ${files.length}, found ${count}`);
  }

  const model = await openModel(modelFolder(values.model));
  const { config, encoder } = model;
  const asked = await encodeAsk({ text, ...(ask ? { ask } : {}) }, encoder, config);
  const paths = files.map((file) => resolve(callerFolder(), file));
  const vectors = await encodePictures(encoder, [...new Set(paths)]);
  await model.close();
  const seen = paths.flatMap((path) => {
    const vector = vectors.get(path);
    return vector ? [asked.scoreOf(vector)] : [];
  });
  const weighed = asked.weigh(seen);
  const known = asked.unknown.length === 0;
  const request = {
    gridId: '',
    rows: 1,
    columns: files.length,
    question: text,
    text,
    tiles: [],
    ...(ask ? { ask } : {}),
    ...(count === undefined ? {} : { count }),
    ...(threshold === undefined ? {} : { threshold }),
  };
  const decision = decideRequest(request, weighed, known, asked.rule ?? config.decision);
  const scores: Scores = {
    model: `${config.name} ${config.version}`,
    runtime: 'onnxruntime-node cpu',
    text,
    known,
    tiles: files.map((file, index) => ({
      file,
      probability: weighed[index]?.probability ?? Number.NaN,
      state: decision.states[index] ?? 'unsure',
    })),
    selected: decision.selected,
  };
  process.stdout.write(`${values.json ? JSON.stringify(scores) : formatScores(scores)}\n`);
}

await runCommand({ help: HELP, run: score });
