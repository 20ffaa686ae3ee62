import { engineLink } from '../transport/engine-link.ts';
import type { EngineStatus, LastSolve, OwnPagesApi, Verdict } from '../shared/protocol.ts';
import type { Settings } from '../shared/settings.ts';
import { tileScore } from '../shared/tile-score.ts';

/** Opening the model takes a second or two; on a slow and busy machine many times that. */
const OPEN_LIMIT = 60_000;
/** What is remembered comes as it is; no model is run for it. */
const RECALL_LIMIT = 5_000;

const link = engineLink<OwnPagesApi>();

export function fetchStatus(): Promise<EngineStatus> {
  return link.call((api) => api.status(), OPEN_LIMIT, 'Opening the model');
}

export function fetchLastSolve(tabId: number): Promise<LastSolve | undefined> {
  return link.call((api) => api.lastSolve(tabId), RECALL_LIMIT, 'Recalling the last question');
}

/** The last question with the scores it got, decided as the person has set it; null leaves that to the model. */
export async function decideAgain(
  { request, verdict }: LastSolve,
  { threshold, sureness }: Pick<Settings, 'threshold' | 'sureness'>,
): Promise<Verdict> {
  if (verdict.kind === 'failure') return verdict;
  const { threshold: _threshold, sureness: _sureness, ...question } = request;
  const tiles = verdict.tiles.map((tile) => ({ kind: 'scored', score: tileScore(tile) }) as const);
  const again = {
    ...question,
    tiles,
    ...(threshold === null ? {} : { threshold }),
    ...(sureness === null ? {} : { sureness }),
  };
  return link.call(async (api) => api.solve(again), OPEN_LIMIT, 'Deciding again');
}
