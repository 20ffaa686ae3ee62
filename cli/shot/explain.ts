import type { Reading } from '../../src/screenshot/read-screenshot.ts';

const REASONS = {
  negation: 'it asks for what is not in the picture',
  several: 'it asks for several things',
  order: 'it asks for an order',
  example: 'it asks for what an example shows',
  comparison: 'it asks to compare',
} as const;

/** Why a screenshot cannot be answered, in one sentence: what was expected and what was found. */
export function explain(file: string, reading: Exclude<Reading, { kind: 'question' }>): string {
  switch (reading.kind) {
    case 'no-grid':
      return `${file}: expected a grid of 2 to 5 rows and columns of pictures, found none`;
    case 'no-question':
      return `${file}: expected a question such as 请选择所有的公交车 near the ${reading.grid.rows} × ${reading.grid.columns} tiles, found none`;
    case 'not-understood':
      return `${file}: expected a question for one thing, found "${reading.question}": ${REASONS[reading.reason]}`;
    default:
      return reading satisfies never;
  }
}
