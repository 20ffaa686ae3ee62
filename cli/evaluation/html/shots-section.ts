import type { ShotsRun } from '../run-evaluation.ts';
import { escape, share, table } from './markup.ts';

/** What corrections come to: a table and what it was measured on; nothing where it was not asked for. */
export function shotsSection(runs: readonly ShotsRun[]): string[] {
  const [first] = runs;
  if (first === undefined) return [];
  const heads = [
    'model',
    'style',
    'corrections a word',
    'weak words: grids right',
    'with count',
    'other words: grids right',
  ];
  const rows = runs.map(({ model, style, shots, weak, others }) => [
    escape(model),
    escape(style),
    String(shots),
    share(weak.gridAccuracy),
    share(weak.gridAccuracyWithCount),
    share(others.gridAccuracy),
  ]);
  const words = Object.keys(first.weakWords).map(escape).join(', ');
  return [
    '<h2>What corrections add</h2>',
    `<p>The ${first.weak.words} weakest words (${words}) are corrected on half of their pictures and asked for on the other half. Nobody corrects the other words.</p>`,
    table(heads, rows),
  ];
}
