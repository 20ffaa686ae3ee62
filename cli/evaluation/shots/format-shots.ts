import type { ShotsRun } from '../run-evaluation.ts';

/** For a person: what corrections come to, a line for each number of them. */
export function formatShots(runs: readonly ShotsRun[]): string[] {
  const [first] = runs;
  if (first === undefined) return [];
  const { weak, others } = first;
  return [
    '',
    `corrections of each of the ${weak.words} weakest words; grids right, on other pictures (${weak.grids} grids; ${others.grids} of ${others.words} words that nobody corrected)`,
    '  shots    weak words   with count   other words',
    ...runs.map(({ shots, weak, others, model, style }) =>
      [
        String(shots).padStart(7),
        weak.gridAccuracy.toFixed(4).padStart(13),
        weak.gridAccuracyWithCount.toFixed(4).padStart(12),
        others.gridAccuracy.toFixed(4).padStart(13),
        `  ${model}, ${style}`,
      ].join(' '),
    ),
  ];
}
