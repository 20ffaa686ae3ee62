import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decide, ruleAround } from '../src/engine/decide.ts';
import { encodeWord } from '../src/engine/word.ts';
import { openModel } from '../src/runtime/node.ts';
import { callerFolder } from './caller-folder.ts';
import { countOption, modelFolder, shareOption } from './options.ts';
import { encodePictures } from './pictures/encode-pictures.ts';
import { formatScores, type Scores } from './pictures/format-scores.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

const HELP = `npm run -s score -- --text WORD [options] PICTURE...

Scores pictures against a word and says which of them show it, as the extension would on a page.

  --text WORD        what is asked for, such as 自行车
  --threshold SHARE  chosen from this probability on, 0 to 1 (the model's own)
  --count NUMBER     choose this many, the most probable ones
  --model FOLDER     folder with model.json (models/cn-clip-lite)
  --json             one JSON object instead of lines
  --help             this text

Examples:
  npm run -s score -- --text 自行车 a.jpg b.jpg
  npm run -s score -- --text 公交车 --count 3 --json tiles/*.png

Exit code: 0 scored (also when no picture fits), 1 failed, 2 asked in a wrong way.`;

async function score(args: readonly string[]): Promise<void> {
  const { values, positionals: files } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      text: { type: 'string' },
      threshold: { type: 'string' },
      count: { type: 'string' },
      model: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { text } = values;
  if (text === undefined || text.trim() === '') {
    throw new UsageError(
      `--text: expected the thing to look for, found ${text === undefined ? 'none' : 'an empty text'}`,
    );
  }
  if (files.length === 0) throw new UsageError('expected at least one picture, found none');
  const threshold = shareOption('threshold', values.threshold);
  const count = countOption('count', values.count);
  if (count !== undefined && count > files.length) {
    throw new UsageError(`--count: expected at most the number of pictures, ${files.length}, found ${count}`);
  }

  const model = await openModel(modelFolder(values.model));
  const { config, encoder } = model;
  const word = await encodeWord(text, encoder, config);
  const paths = files.map((file) => resolve(callerFolder(), file));
  const vectors = await encodePictures(encoder, [...new Set(paths)]);
  await model.close();
  const probabilities = paths.flatMap((path) => {
    const vector = vectors.get(path);
    return vector ? [word.probabilityOf(vector)] : [];
  });
  const rule = threshold === undefined ? config.decision : ruleAround(threshold, config.decision);
  const decision = decide({ probabilities, known: word.known, count }, rule);
  const scores: Scores = {
    model: `${config.name} ${config.version}`,
    runtime: 'onnxruntime-node cpu',
    text,
    known: word.known,
    tiles: files.map((file, index) => ({
      file,
      probability: probabilities[index] ?? Number.NaN,
      state: decision.states[index] ?? 'unsure',
    })),
    selected: decision.selected,
  };
  process.stdout.write(`${values.json ? JSON.stringify(scores) : formatScores(scores)}\n`);
}

await runCommand({ help: HELP, run: score });
