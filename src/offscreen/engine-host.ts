import { toFailure } from '../engine/engine-error.ts';
import type { Engine } from '../engine/engine.ts';
import type { EngineApi, EngineStatus, SolveRequest, Verdict } from '../shared/protocol.ts';

export interface SwitchableEngine extends EngineApi {
  /**
   * Puts another engine in the place of the present one, which is closed first, so that two large models never lie in
   * memory together. Rejects where the other does not open; then `open` is asked again, and nobody else notices.
   */
  change(openNext: () => Promise<Engine>): Promise<EngineStatus>;
}

/**
 * One engine for all callers, opened by the first request. One that failed at work (a lost device among the causes)
 * is given up, built again and asked once more; one that could not be opened is tried anew by the next request.
 */
export function engineHost(open: () => Promise<Engine>): SwitchableEngine {
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
    async change(openNext) {
      const opening = closeQuietly(current).then(openNext);
      const kept = opening.catch(() => open());
      current = kept;
      kept.catch(() => forget(kept));
      await opening;
      return (await kept).status();
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

async function closeQuietly(engine: Promise<Engine> | undefined): Promise<void> {
  // One that never opened, or does not close, is out of use either way.
  await engine?.then((opened) => opened.close()).catch(() => undefined);
}
