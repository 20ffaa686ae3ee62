import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { openEngine } from '../src/runtime/node.ts';
import { openTextReader } from '../src/runtime/node-text.ts';
import { answerMarks } from '../src/screenshot/answer-marks.ts';
import { readScreenshot } from '../src/screenshot/read-screenshot.ts';
import { solveRequest } from '../src/screenshot/solve-request.ts';
import type { Picture } from '../src/shared/picture.ts';
import { callerFolder } from './caller-folder.ts';
import { modelFolder, shareOption } from './options.ts';
import { decodePicture } from './pictures/decode-picture.ts';
import { runCommand } from './run-command.ts';
import { explain } from './shot/explain.ts';
import { formatReport, shotReport } from './shot/shot-report.ts';
import { UsageError } from './usage-error.ts';

const HELP = `npm run -s shot -- [options] PICTURE

Answers the picture question on a screenshot: reads the question, finds the tiles, scores each of them.

  --out PICTURE      write the screenshot with the answer drawn over it
  --threshold SHARE  chosen from this probability on, 0 to 1 (the model's own)
  --model FOLDER     folder with model.json (models/cn-clip-lite)
  --json             one JSON object instead of lines
  --help             this text

Examples:
  npm run -s shot -- screenshot.png
  npm run -s shot -- screenshot.png --json --out answered.png

Exit code: 0 answered (also when no tile fits), 1 no answer: no picture, no grid, no question that is understood;
2 asked in a wrong way.`;

async function shot(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      threshold: { type: 'string' },
      model: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UsageError(
      `expected one picture, found ${positionals.length === 0 ? 'none' : positionals.length}`,
    );
  }
  const threshold = shareOption('threshold', values.threshold);
  const picture = await decodePicture(resolve(callerFolder(), file));
  const { reading, times } = await readPicture(picture);
  if (reading.kind !== 'question') throw new Error(explain(file, reading));
  const start = performance.now();
  const engine = await openEngine(modelFolder(values.model));
  const request = solveRequest(picture, reading, 'shot');
  const verdict = await engine.solve({ ...request, ...(threshold === undefined ? {} : { threshold }) });
  await engine.close();
  if (verdict.kind === 'failure') throw new Error(`${file}: ${verdict.message}`);
  const report = shotReport(reading, verdict, { ...times, solve: performance.now() - start });
  if (values.out !== undefined) {
    const marks = answerMarks(picture, reading.grid.tiles, verdict.tiles);
    await writeMarked(picture, marks, resolve(callerFolder(), values.out));
  }
  process.stdout.write(`${values.json ? JSON.stringify(report) : formatReport(report)}\n`);
}

async function readPicture(picture: Picture): Promise<Awaited<ReturnType<typeof readScreenshot>>> {
  const reader = await openTextReader();
  try {
    return await readScreenshot(picture, reader, () => performance.now());
  } finally {
    await reader.close();
  }
}

async function writeMarked({ width, height, rgba }: Picture, marks: string, file: string): Promise<void> {
  await sharp(rgba, { raw: { width, height, channels: 4 } })
    .composite([{ input: Buffer.from(marks), left: 0, top: 0 }])
    .toFile(file);
}

await runCommand({ help: HELP, run: shot });
