import type { SolveRequest, Verdict } from '../shared/protocol.ts';
import { engineLink } from '../transport/engine-link.ts';
import { isTimeLimitError } from '../transport/with-time-limit.ts';

/** Milliseconds for one grid; the first one waits until the model is loaded, on slow machines for long. */
const SOLVE_LIMIT = 60_000;

export interface EngineClient {
  readonly solve: (request: SolveRequest) => Promise<Verdict>;
  readonly close: () => void;
}

/** The engine as a page sees it: connected on first use, and once more where a call was swallowed. */
export function createEngineClient(): EngineClient {
  const link = engineLink();
  const attempt = (request: SolveRequest): Promise<Verdict> =>
    link.call<Verdict>((api) => api.solve(request), SOLVE_LIMIT, 'Scoring the grid');
  return {
    close: () => link.close(),
    solve: (request) =>
      attempt(request).catch((error: unknown) => {
        if (!isTimeLimitError(error)) throw error;
        return attempt(request);
      }),
  };
}
