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
import { UsageError } from './usage-error.ts';

const DEFAULT_ROUNDS = 21;

const PARTS = ['engine', 'memory', 'watching'] as const;
type Part = (typeof PARTS)[number];

const HELP = `
npm run -s bench -- [options] [PART]...

Measures the built extension in Chromium and holds it to its bars. Times are compared as ratios of medians, measured in
turns; still, a machine with nothing else to do gives the truest ones.

Parts: engine, memory, watching; without any, all of them. Watching takes a second and more for each burst of changes, a
quarter of an hour in all; fewer rounds take less.

  --rounds NUMBER  rounds of each time (${DEFAULT_ROUNDS})
  --json           one JSON object: machine, rows
  --help           this text

Examples:
  npm run -s bench
  npm run -s bench -- --rounds 51 --json engine

Exit code: 0 all bars hold, 1 one is missed or measuring failed, 2 asked in a wrong way.`;

async function bench(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { rounds: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const rounds = countOption('rounds', values.rounds) ?? DEFAULT_ROUNDS;
  const parts = readParts(positionals);
  const options = { executablePath: getBrowser(), extension: await prepareExtension() };
  const rows: Row[] = [];

  let machine = describeMachine();
  if (parts.has('engine')) {
    console.error('Timing the engine in the offscreen document…');
    const { speed, version } = await withExtension(options, async (browser, base) => ({
      speed: await measureSpeedThere(browser, base, rounds),
      version: browser.context.browser()?.version() ?? 'of unknown version',
    }));
    machine = describeMachine({ version, threads: speed.threads });
    rows.push(...speedRows(speed.rounds, 'offscreen document'));
  }
  if (parts.has('memory')) {
    const [early, late] = await withExtension(options, (browser, base) =>
      measureMemory(browser, base, showProgress('grids for memory', MEMORY_GRIDS[1])),
    );
    rows.push(memoryRow(early, late, MEMORY_GRIDS));
  }
  if (parts.has('watching')) {
    rows.push(
      ...watchingRows(await withExtension(options, (browser) => measureWatching(browser, rounds, sayPart))),
    );
    const script = await readFile(join(options.extension, 'src', 'content', 'index.js'));
    rows.push(contentScriptRow(gzipSync(script).length));
  }
  const said = values.json
    ? JSON.stringify({ machine, rows: rows.map((row) => ({ ...row, holds: holds(row) })) })
    : `${machine}\n${formatRows(rows)}`;
  process.stdout.write(`${said}\n`);
  if (!rows.every(holds)) process.exitCode = 1;
}

function sayPart(name: string): void {
  console.error(`Watching: ${name}…`);
}

function readParts(named: readonly string[]): ReadonlySet<Part> {
  const wrong = named.find((name) => !PARTS.some((part) => part === name));
  if (wrong !== undefined) throw new UsageError(`expected ${PARTS.join(', ')}, found "${wrong}"`);
  return new Set(PARTS.filter((part) => named.length === 0 || named.includes(part)));
}

await runCommand({ help: HELP, run: bench });
