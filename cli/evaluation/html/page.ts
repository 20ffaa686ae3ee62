import { groupBy } from '../group-by.ts';
import type { LabelledGrid } from '../read-grids.ts';
import type { Run, ShotsRun } from '../run-evaluation.ts';
import { shotsSection } from './shots-section.ts';
import { reliabilityChart, riskChart } from './charts.ts';
import { confusionByWord } from './confusion.ts';
import { escape, share, table } from './markup.ts';
import { PAGE_STYLE } from './page-style.ts';
import { worstGrids } from './worst-grids.ts';

/** Grids shown as pictures for each own decision of a model. */
const WORST = 6;
/** Kinds of wrongly taken tiles named for a word. */
const MOST_TAKEN = 4;

/**
 * One HTML file that needs nothing else, scripts neither: all runs side by side, with the numbers of `--json`. `runs`
 * has for each model and style its own decision before the others.
 */
export async function reportPage(
  runs: readonly Run[],
  grids: readonly LabelledGrid[],
  shots: readonly ShotsRun[] = [],
): Promise<string> {
  const own = [...groupBy(runs, ({ model, style }) => `${model}\n${style}`).values()].flatMap(([first]) =>
    first ? [first] : [],
  );
  const sections = [
    '<h2>All ways of deciding</h2>',
    summary(runs),
    ...shotsSection(shots),
    '<h2>Risk and coverage</h2><p>Grids are answered from the surest on. The higher a line stays to the right, the more can be answered without more mistakes.</p>',
    `<div class="charts">${riskCharts(runs)}</div>`,
    '<h2>Reliability</h2><p>Of the tiles that were given a chance of 0.7, seven of ten should be right: dots on the diagonal.</p>',
    `<div class="charts">${own.map((run) => reliabilityChart(titleOf(run), run.report.calibrationError, run.report.reliability)).join('\n')}</div>`,
    ...own
      .slice(0, 1)
      .map((run) => `<h2>Confusion by word: ${escape(titleOf(run))}</h2>${confusion(run, grids)}`),
    '<h2>The worst grids</h2><p>Wrong in spite of the most certainty: <b>missed</b> tiles are dashed, <b>wrongly chosen</b> ones have a double border. The number is the chance that the tile was given.</p>',
    ...(await Promise.all(
      own.map(async (run) => `<h3>${escape(titleOf(run))}</h3>${await worstGrids(run, grids, WORST)}`),
    )),
  ];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tilewise evaluation</title>
<style>${PAGE_STYLE}</style>
<h1>Tilewise evaluation</h1>
<p>${grids.length} grids with known answers, ${escape([...new Set(runs.map(({ model }) => model))].join(', '))}.</p>
${sections.join('\n')}
</html>
`;
}

function titleOf({ model, style, algorithm }: Run): string {
  return `${model}, ${style}, ${algorithm}`;
}

function summary(runs: readonly Run[]): string {
  const heads = [
    'model',
    'style',
    'decision',
    'tiles right',
    'grids right',
    'answered',
    'right of them',
    'with count: right',
    'answered',
    'right of them',
    'tile ECE',
    'empty grids clicked',
    'unknown words answered',
  ];
  const rows = runs.map(({ model, style, algorithm, report }) => [
    escape(model),
    escape(style),
    escape(algorithm),
    share(report.tileAccuracy),
    share(report.gridAccuracy),
    share(report.coverage),
    share(report.rightAmongAnswered),
    share(report.gridAccuracyWithCount),
    share(report.withCount.coverage),
    share(report.withCount.rightAmongAnswered),
    share(report.calibrationError),
    `${report.empty.clicked} of ${report.empty.grids}`,
    `${report.unknown.clicked} of ${report.unknown.grids}`,
  ]);
  return table(heads, rows);
}

function riskCharts(runs: readonly Run[]): string {
  const several = new Set(runs.map(({ model }) => model)).size > 1;
  return [...groupBy(runs, ({ style }) => style)]
    .map(([style, same]) => {
      const lines = same.map(({ model, algorithm, report }) => ({
        name: several ? `${model}, ${algorithm}` : algorithm,
        points: report.riskCoverage,
      }));
      return riskChart(style, lines);
    })
    .join('\n');
}

function confusion(run: Run, grids: readonly LabelledGrid[]): string {
  const rows = confusionByWord(grids, run.predictions).map(
    ({ text, grids: asked, wrongGrids, missed, taken }) => [
      escape(text),
      String(asked),
      String(wrongGrids),
      String(missed),
      taken
        .slice(0, MOST_TAKEN)
        .map(({ shows, tiles }) => `${escape(shows)} × ${tiles}`)
        .join(', '),
    ],
  );
  return table(['asked for', 'grids', 'wrong', 'tiles missed', 'wrongly chosen instead'], rows);
}
