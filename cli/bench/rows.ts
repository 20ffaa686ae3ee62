import { BURSTS, type BurstTimes, type Watching } from './measure-watching.ts';
import { median } from './median.ts';
import type { Round } from './speed.ts';

/** A line of the bench's table: what was measured, and what it may be. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly bar: { readonly atMost: number } | { readonly above: number };
  /** The measured numbers behind the value, for a person. */
  readonly detail: string;
}

export function holds({ value, bar }: Row): boolean {
  return 'atMost' in bar ? value <= bar.atMost : value > bar.above;
}

function inMilliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}

function inMebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}

/** Ratios of medians: machines differ in speed, and less in these. */
export function speedRows(rounds: readonly Round[], where: string): readonly Row[] {
  const engine = median(rounds.map((round) => round.engine));
  const raw = median(rounds.map((round) => round.raw));
  const tileByTile = median(rounds.map((round) => round.tileByTile));
  const prepare = median(rounds.map(({ steps }) => steps.prepare));
  return [
    {
      name: `engine / raw session.run, nine tiles, ${where}`,
      value: engine / raw,
      bar: { atMost: 1.25 },
      detail: `${inMilliseconds(engine)} (resize and normalise ${inMilliseconds(prepare)}) / ${inMilliseconds(raw)}`,
    },
    {
      name: `tile by tile with both texts each time / engine, ${where}`,
      value: tileByTile / engine,
      bar: { above: 1.5 },
      detail: `${inMilliseconds(tileByTile)} / ${inMilliseconds(engine)}`,
    },
  ];
}

export function memoryRow(early: number, late: number, grids: readonly [number, number]): Row {
  return {
    name: `memory of the extension after ${grids[1]} grids / after ${grids[0]}`,
    value: late / early,
    bar: { atMost: 1.1 },
    detail: `${inMebibytes(late)} / ${inMebibytes(early)}`,
  };
}

function burstRow({ burst, times }: BurstTimes, where: string): Row {
  const totals = times.map(({ total }) => total);
  return {
    name: `script for a burst of 1,000 ${BURSTS[burst]} ${where}, ms`,
    value: median(totals),
    bar: { atMost: 2 },
    detail: `${inMilliseconds(Math.min(...totals))} to ${inMilliseconds(Math.max(...totals))}`,
  };
}

/** The dearest kind of burst of a page that is built in another way. */
function otherRow({ page, bursts }: Watching['others'][number]): Row {
  const dearest = bursts
    .map(({ burst, times }) => ({ burst, time: median(times.map(({ total }) => total)) }))
    .toSorted((a, b) => b.time - a.time);
  return {
    name: `script for the dearest burst among 10,000 elements ${page}, ms`,
    value: dearest[0]?.time ?? 0,
    bar: { atMost: 2 },
    detail: dearest.map(({ burst, time }) => `${burst} ${time.toFixed(1)}`).join(', '),
  };
}

/** Milliseconds of script; the longest piece bounds what the watching adds to a task of the page. */
export function watchingRows({
  bursts,
  beside,
  others,
  after,
  load,
  off,
  hostile,
}: Watching): readonly Row[] {
  const all = [...bursts, ...beside, ...after, ...others.flatMap((other) => other.bursts)];
  const pieces = [load, ...all.flatMap(({ times }) => times)].map(({ longest }) => longest);
  const long = after.flatMap(({ times }) => times.map(({ total }) => total));
  return [
    ...bursts.map((burst) => burstRow(burst, 'among 10,000 elements')),
    ...beside.map((burst) => burstRow(burst, 'there, beside a question')),
    ...others.map(otherRow),
    {
      name: 'script in the 8 s after a burst of 1,000 changes there, ms',
      value: Math.max(0, ...long),
      bar: { atMost: 2 },
      detail: after.map(({ burst }, index) => `${burst} ${(long[index] ?? 0).toFixed(1)}`).join(', '),
    },
    {
      name: 'longest piece of script there, loading included, ms',
      value: Math.max(...pieces),
      bar: { atMost: 50 },
      detail: `${inMilliseconds(load.total)} in all while loading`,
    },
    {
      name: 'script there on a site that is off, ms',
      value: off.total,
      bar: { atMost: 0 },
      detail: 'loading and one burst of each',
    },
    ...hostile.map(({ name, time }) => ({
      name: `script for hostile markup, ${name}, ms`,
      value: time.total,
      bar: { atMost: 100 },
      detail: `longest piece ${inMilliseconds(time.longest)}`,
    })),
  ];
}

const KIBIBYTE = 1024;

export function contentScriptRow(gzipBytes: number): Row {
  return {
    name: 'content script, KiB gzip',
    value: gzipBytes / KIBIBYTE,
    bar: { atMost: 20 },
    detail: `${gzipBytes} bytes`,
  };
}

export function formatRows(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .map((row) => {
      const bar = 'atMost' in row.bar ? `<= ${row.bar.atMost}` : `> ${row.bar.above}`;
      const verdict = holds(row) ? 'holds' : 'MISSED';
      return `${row.name.padEnd(width)}  ${row.value.toFixed(2).padStart(6)}  ${bar.padEnd(7)} ${verdict}  ${row.detail}`;
    })
    .join('\n');
}
