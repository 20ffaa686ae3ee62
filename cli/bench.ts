import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describeMachine } from './bench/machine.ts';
import { measureMemory, measureSpeedThere, MEMORY_GRIDS, withExtension } from './bench/measure-extension.ts';
import { prepareExtension } from './bench/prepare-extension.ts';
import { measureWatching } from './bench/measure-watching.ts';
import {
  contentScriptRow,
  formatRows,
  holds,
  memoryRow,
  speedRows,
  watchingRows,
  type Row,
} from './bench/rows.ts';
import { getBrowser } from './get-browser.ts';
import { countOption } from './options.ts';
import { runCommand } from './run-command.ts';
import { showProgress } from './show-progress.ts';

const DEFAULT_ROUNDS = 21;

const HELP = `
npm run -s bench -- [options]

Measures the built extension in Chromium and holds it to its bars. Times are compared as ratios of medians, measured in
turns; still, a machine with nothing else to do gives the truest ones.

  --rounds NUMBER  rounds of each time (${DEFAULT_ROUNDS})
  --json           one JSON object: machine, rows
  --help           this text

Examples:
  npm run -s bench
  npm run -s bench -- --rounds 51 --json

Exit code: 0 all bars hold, 1 one is missed or measuring failed, 2 asked in a wrong way.`;

async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const rounds = countOption('rounds', values.rounds) ?? DEFAULT_ROUNDS;
  const options = { executablePath: getBrowser(), extension: await prepareExtension() };

  console.error('Timing the engine in the offscreen document…');
  const { speed, version } = await withExtension(options, async (browser, base) => ({
    speed: await measureSpeedThere(browser, base, rounds),
    version: browser.context.browser()?.version() ?? 'of unknown version',
  }));
  const [early, late] = await withExtension(options, (browser, base) =>
    measureMemory(browser, base, showProgress('grids for memory', MEMORY_GRIDS[1])),
  );
  console.error('Watching a page of ten thousand elements…');
  const watching = await withExtension(options, (browser) => measureWatching(browser, rounds));
  const script = await readFile(join(options.extension, 'src', 'content', 'index.js'));

  const machine = describeMachine(version, speed.threads);
  const rows: readonly Row[] = [
    ...speedRows(speed.rounds, 'offscreen document'),
    memoryRow(early, late, MEMORY_GRIDS),
    ...watchingRows(watching),
    contentScriptRow(gzipSync(script).length),
  ];
  const said = values.json
    ? JSON.stringify({ machine, rows: rows.map((row) => ({ ...row, holds: holds(row) })) })
    : `${machine}\n${formatRows(rows)}`;
  process.stdout.write(`${said}\n`);
  if (!rows.every(holds)) process.exitCode = 1;
}

await runCommand({ help: HELP, run: bench });
