import type { Engine } from '../engine/engine.ts';
import type { EngineStatus, ModelsApi } from '../shared/protocol.ts';
import type { SwitchableEngine } from './engine-host.ts';

export interface ModelDeskParts extends Pick<ModelsApi, 'readGraph' | 'testModel'> {
  readonly host: SwitchableEngine;
  readonly writeActive: (id: string | undefined) => Promise<void>;
  /** Opens a stored model, or the built-in one. */
  readonly open: (id: string | undefined) => Promise<Engine>;
}

/** What the options page asks about models. A model that does not open never becomes the active one. */
export function modelDesk({ host, writeActive, open, readGraph, testModel }: ModelDeskParts): ModelsApi {
  return {
    readGraph,
    testModel,
    async useModel(id) {
      const status = await host.change(() => open(id));
      await writeActive(id);
      return status;
    },
  };
}

/**
 * Opens the model that the person chose. Where it no longer opens (its files are gone, or damaged) the built-in one
 * answers, and says why.
 */
export async function openActive(
  readActive: () => Promise<string | undefined>,
  open: ModelDeskParts['open'],
): Promise<Engine> {
  // What cannot be read names no model.
  const id = await readActive().catch(() => undefined);
  if (id === undefined) return open(undefined);
  try {
    return await open(id);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return standIn(await open(undefined), message);
  }
}

function standIn(engine: Engine, insteadOf: string): Engine {
  return {
    solve: (request) => engine.solve(request),
    close: () => engine.close(),
    status: async (): Promise<EngineStatus> => ({ ...(await engine.status()), insteadOf }),
  };
}
