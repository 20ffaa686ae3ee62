import { toFailure } from '../engine/engine-error.ts';
import type { Engine } from '../engine/engine.ts';
import type { EngineApi, SolveRequest, Verdict } from '../shared/protocol.ts';

/**
 * One engine for all callers, opened by the first request. One that failed at work (a lost device among the causes)
 * is given up, built again and asked once more; one that could not be opened is tried anew by the next request.
 */
export function engineHost(open: () => Promise<Engine>): EngineApi {
  let current: Promise<Engine> | undefined;

  function get(): Promise<Engine> {
    if (current) return current;
    const opening = open();
    current = opening;
    opening.catch(() => forget(opening));
    return opening;
  }

  function forget(engine: Promise<Engine>): void {
    if (current === engine) current = undefined;
  }

  async function giveUp(broken: Promise<Engine>): Promise<void> {
    forget(broken);
    const engine = await broken;
    // What a broken engine says to being closed changes nothing: it is out of use either way.
    await engine.close().catch(() => undefined);
  }

  async function attempt(request: SolveRequest): Promise<Verdict> {
    const asked = get();
    const verdict = await (await asked).solve(request);
    if (failedAtWork(verdict)) await giveUp(asked);
    return verdict;
  }

  return {
    async status() {
      return (await get()).status();
    },
    async solve(request) {
      try {
        const first = await attempt(request);
        return failedAtWork(first) ? await attempt(request) : first;
      } catch (error) {
        return toFailure(request.gridId, error);
      }
    },
  };
}

function failedAtWork(verdict: Verdict): boolean {
  return verdict.kind === 'failure' && verdict.reason === 'engine';
}
