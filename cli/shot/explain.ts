import type { Reading } from '../../src/screenshot/read-screenshot.ts';

const REASONS = {
  negation: 'it asks for what is not in the picture, in words that were not understood',
  several: 'it asks for several things in one picture',
  order: 'it asks for an order that was not understood',
  example: 'it asks for what an example shows',
  comparison: 'it asks to compare',
  amount: 'it asks how many things a picture shows',
  drawn: 'it is drawn as a picture that was not read',
} as const;

/** Why a screenshot cannot be answered, in one sentence: what was expected and what was found. */
export function explain(file: string, reading: Exclude<Reading, { kind: 'question' }>): string {
  switch (reading.kind) {
    case 'no-grid':
      return `${file}: expected a grid of 2 to 5 rows and columns of pictures, found none`;
    case 'no-question':
      return `${file}: expected a question such as 请选择所有的公交车 near the ${reading.grid.rows} × ${reading.grid.columns} tiles, found none`;
    case 'not-understood':
      return `${file}: expected a question about what the tiles show, found "${reading.question}": ${REASONS[reading.reason]}`;
    default:
      return reading satisfies never;
  }
}
