import type { Box } from '../../src/shared/picture.ts';
import type { Answer } from '../../src/shared/protocol.ts';
import type { Reading, ReadingTimes } from '../../src/screenshot/read-screenshot.ts';

/** What `shot --json` prints; boxes in whole picture pixels, positions from 1, times in milliseconds. */
export interface ShotReport {
  readonly question: string;
  readonly text: string;
  readonly count?: number;
  readonly grid: Box & { readonly rows: number; readonly columns: number };
  readonly tiles: readonly {
    readonly box: Box;
    readonly probability: number;
    readonly state: string;
  }[];
  readonly selected: readonly number[];
  readonly outcome: string;
  readonly times: ReadingTimes & { readonly solve: number };
}

export function shotReport(
  reading: Extract<Reading, { kind: 'question' }>,
  answer: Answer,
  times: ShotReport['times'],
): ShotReport {
  const { question, text, count, grid } = reading;
  return {
    question,
    text,
    ...(count === undefined ? {} : { count }),
    grid: { ...rounded(grid.box), rows: grid.rows, columns: grid.columns },
    tiles: answer.tiles.flatMap(({ probability, state }, index) => {
      const box = grid.tiles[index];
      return box === undefined ? [] : [{ box: rounded(box), probability, state }];
    }),
    selected: answer.selected,
    outcome: answer.outcome,
    times: {
      segment: Math.round(times.segment),
      read: Math.round(times.read),
      solve: Math.round(times.solve),
    },
  };
}

function rounded({ x, y, width, height }: Box): Box {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}

export function formatReport(report: ShotReport): string {
  const { x, y, width, height, rows, columns } = report.grid;
  const lines = report.tiles.map(
    ({ probability, state }, index) =>
      `${String(index + 1).padStart(3)}  ${probability.toFixed(3)}  ${state}`,
  );
  const chosen = report.selected.length > 0 ? report.selected.join(', ') : 'none';
  return [
    `question  ${report.question} (${report.text})`,
    `grid      ${rows} × ${columns} at ${x}, ${y}, ${width} × ${height} pixels`,
    ...lines,
    `outcome   ${report.outcome}, chosen: ${chosen}`,
  ].join('\n');
}
