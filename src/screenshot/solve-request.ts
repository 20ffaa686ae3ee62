import { cropPicture } from '../shared/crop-picture.ts';
import type { Picture } from '../shared/picture.ts';
import type { SolveRequest } from '../shared/protocol.ts';
import type { Reading } from './read-screenshot.ts';

/** The engine's request for what a screenshot asks, each tile cut out of the picture. */
export function solveRequest(
  picture: Picture,
  { question, text, ask, count, grid }: Extract<Reading, { kind: 'question' }>,
  gridId: string,
): SolveRequest {
  return {
    gridId,
    rows: grid.rows,
    columns: grid.columns,
    question,
    text,
    ...(ask === undefined ? {} : { ask }),
    tiles: grid.tiles.map((box) => ({ kind: 'pixels', image: cropPicture(picture, box).picture })),
    ...(count === undefined ? {} : { count }),
  };
}
