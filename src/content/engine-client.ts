import type { PageApi, SolveRequest, TileImage, Verdict } from '../shared/protocol.ts';
import { connectEngine } from '../transport/connect-engine.ts';
import { engineLink } from '../transport/engine-link.ts';
import { isTimeLimitError } from '../transport/with-time-limit.ts';

/** Milliseconds for one grid; the first one waits until the model is loaded, on slow machines for long. */
const SOLVE_LIMIT = 60_000;

export interface EngineClient {
  readonly solve: (request: SolveRequest) => Promise<Verdict>;
  /** Lines of text in a picture. */
  readonly readText: (image: TileImage) => Promise<readonly string[]>;
  readonly close: () => void;
}

/** The engine as a page sees it: connected on first use, and once more where a call was swallowed. */
export function createEngineClient(): EngineClient {
  const link = engineLink<PageApi>(connectEngine<PageApi>);
  const attempt = (request: SolveRequest): Promise<Verdict> =>
    link.call<Verdict>((api) => api.solve(request), SOLVE_LIMIT, 'Scoring the grid');
  return {
    close: () => link.close(),
    readText: (image) =>
      link.call<readonly string[]>((api) => api.readText(image), SOLVE_LIMIT, 'Reading a picture'),
    solve: (request) =>
      attempt(request).catch((error: unknown) => {
        if (!isTimeLimitError(error)) throw error;
        return attempt(request);
      }),
  };
}
