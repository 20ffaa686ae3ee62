import type { LearningApi, LearnReply } from '../shared/learning.ts';
import type { PageApi, SolveRequest, TileImage, Verdict } from '../shared/protocol.ts';
import { connectEngine } from '../transport/connect-engine.ts';
import { engineLink } from '../transport/engine-link.ts';
import { isTimeLimitError } from '../transport/with-time-limit.ts';

/** Milliseconds for one grid; the first one waits until the model is loaded, on slow machines for long. */
const SOLVE_LIMIT = 60_000;
/** Milliseconds to store a few examples, on a slow and busy machine. */
const LEARN_LIMIT = 10_000;

export interface EngineClient {
  readonly solve: (request: SolveRequest) => Promise<Verdict>;
  /** Lines of text in a picture. */
  readonly readText: (image: TileImage) => Promise<readonly string[]>;
  readonly learn: LearningApi['learn'];
  readonly undo: LearningApi['undo'];
  readonly close: () => void;
}

/** The engine as a page sees it: connected on first use, and once more where a call was swallowed. */
export function createEngineClient(): EngineClient {
  const link = engineLink<PageApi>(connectEngine<PageApi>);
  const attempt = (request: SolveRequest): Promise<Verdict> =>
    link.call<Verdict>((api) => api.solve(request), SOLVE_LIMIT, 'Scoring the grid');
  return {
    close: () => link.close(),
    learn: (request) => link.call<LearnReply>((api) => api.learn(request), LEARN_LIMIT, 'Learning'),
    undo: (gridId, slots) => link.call<number>((api) => api.undo(gridId, slots), LEARN_LIMIT, 'Taking back'),
    readText: (image) =>
      link.call<readonly string[]>((api) => api.readText(image), SOLVE_LIMIT, 'Reading a picture'),
    solve: (request) =>
      attempt(request).catch((error: unknown) => {
        if (!isTimeLimitError(error)) throw error;
        return attempt(request);
      }),
  };
}
