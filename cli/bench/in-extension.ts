// Built beside a copy of the extension and run in its own pages; no part of what is shipped.
import { engineLink } from '../../src/transport/engine-link.ts';
import { benchRequest } from './bench-request.ts';

export { measureSpeed } from './speed.ts';

/** A first call opens the model; milliseconds. */
const CALL_LIMIT = 60_000;

const link = engineLink();

/** Has the offscreen document solve this many nine-tile grids over the port that pages use. */
export async function solveGrids(first: number, count: number): Promise<void> {
  for (let seed = first; seed < first + count; seed++) {
    const verdict = await link.call(
      async (api) => api.solve(benchRequest(seed)),
      CALL_LIMIT,
      'Solving a grid',
    );
    if (verdict.kind === 'failure') throw new Error(verdict.message);
  }
}
