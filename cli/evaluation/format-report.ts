import type { Accuracy, Report } from './measure.ts';
import type { Run } from './run-evaluation.ts';

/** Words that a person reads before they stop; the rest are in --json and --report. */
const MOST_WORDS = 20;

/** For a person: every run in a line, then the worst words of the first. */
export function formatReport(runs: readonly Run[]): string {
  const [first] = runs;
  if (first === undefined) return 'nothing was measured';
  const words = Object.entries(first.report.byText).toSorted(
    ([, a], [, b]) => a.gridAccuracy - b.gridAccuracy || b.grids - a.grids,
  );
  const shown = words.slice(0, MOST_WORDS);
  return [
    `${first.model}, onnxruntime-node cpu, ${first.report.tilesPerSecond.toFixed(1)} pictures a second`,
    `${HEAD}  answered  right of them  tile ECE`,
    ...runs.map((run) => `${row(run.report)} ${doubts(run.report)}   ${nameOf(run)}`),
    '',
    HEAD,
    ...shown.map(([text, accuracy]) => `${row(accuracy)}   ${text}`),
    ...(words.length > shown.length
      ? [`${words.length - shown.length} more words, none worse than these`]
      : []),
  ].join('\n');
}

const HEAD = '  grids   tiles right   grids right   with count';

/** What tells a run from the others. */
function nameOf({ model, style, algorithm }: Run): string {
  return `${model}, ${style}, ${algorithm}`;
}

function row({ grids, tileAccuracy, gridAccuracy, gridAccuracyWithCount }: Accuracy): string {
  return [
    String(grids).padStart(7),
    tileAccuracy.toFixed(4).padStart(13),
    gridAccuracy.toFixed(4).padStart(13),
    gridAccuracyWithCount.toFixed(4).padStart(12),
  ].join(' ');
}

function doubts({ coverage, rightAmongAnswered, calibrationError }: Report): string {
  return [
    coverage.toFixed(3).padStart(9),
    rightAmongAnswered.toFixed(4).padStart(14),
    calibrationError.toFixed(4).padStart(9),
  ].join(' ');
}
