import type { Accuracy, Report } from './measure.ts';

/** For a person: the whole first, then each word, the worst first. */
export function formatReport(report: Report, model: string): string {
  const words = Object.entries(report.byText).toSorted(
    ([, a], [, b]) => a.gridAccuracy - b.gridAccuracy || b.grids - a.grids,
  );
  return [
    `${model}, onnxruntime-node cpu, ${report.tilesPerSecond.toFixed(1)} pictures a second`,
    '  grids   tiles right   grids right   with count',
    row(report, 'all'),
    ...words.map(([text, accuracy]) => row(accuracy, text)),
  ].join('\n');
}

function row({ grids, tileAccuracy, gridAccuracy, gridAccuracyWithCount }: Accuracy, name: string): string {
  const cells = [
    String(grids).padStart(7),
    tileAccuracy.toFixed(4).padStart(13),
    gridAccuracy.toFixed(4).padStart(13),
    gridAccuracyWithCount.toFixed(4).padStart(12),
  ];
  return `${cells.join(' ')}   ${name}`;
}
