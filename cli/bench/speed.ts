import { Tensor } from 'onnxruntime-web/jspi';
import { createEncoder, type Sessions } from '../../src/engine/encoder.ts';
import { loadModel, type LoadedModel } from '../../src/engine/load-model.ts';
import { createSolver } from '../../src/engine/solver.ts';
import { configureRuntime, createSession } from '../../src/runtime/web-sessions.ts';
import { wrapSession } from '../../src/runtime/ort-session.ts';
import type { EngineTimes, SolveRequest } from '../../src/shared/protocol.ts';
import { benchRequest } from './bench-request.ts';
import { solveTileByTile } from './tile-by-tile.ts';

/** Rounds before anything is measured: the first ones compile and allocate. */
const WARM_UP = 5;

export interface SpeedOptions {
  /** Folders, ending in a slash. */
  readonly modelUrl: string;
  readonly wasmUrl: string;
  readonly rounds: number;
}

/** Milliseconds; one round measures the three ways in turn, so that a busy moment of the machine meets all of them. */
export interface Round {
  /** The whole engine for nine tiles, the text cached. */
  readonly engine: number;
  /** Nothing but `session.run` on the tensor that the engine made. */
  readonly raw: number;
  /** Tile by tile, both texts encoded again for each. */
  readonly tileByTile: number;
  /** The engine's own steps. */
  readonly steps: EngineTimes;
}

export interface Speed {
  readonly threads: number;
  readonly rounds: readonly Round[];
}

/** Runs in the extension's offscreen document, on WASM. */
export async function measureSpeed({ modelUrl, wasmUrl, rounds }: SpeedOptions): Promise<Speed> {
  const model = await loadModel({
    name: modelUrl,
    read: async (file) => new Uint8Array(await (await fetch(modelUrl + file)).arrayBuffer()),
  });
  const threads = configureRuntime(wasmUrl);
  const measure = await prepareRound(model);
  const measured: Round[] = [];
  for (let round = -WARM_UP; round < rounds; round++) {
    const sample = await measure(benchRequest(round));
    if (round >= 0) measured.push(sample);
  }
  return { threads, rounds: measured };
}

function now(): number {
  return performance.now();
}

async function prepareRound(model: LoadedModel): Promise<(request: SolveRequest) => Promise<Round>> {
  const { config, vocabulary } = model;
  const raw = await createSession(model.image, 'wasm');
  const sessions: Sessions = {
    image: wrapSession(raw, config.image, Tensor),
    text: wrapSession(await createSession(model.text, 'wasm'), config.text, Tensor),
  };
  const encoder = createEncoder(config, vocabulary, sessions);
  const solve = createSolver({ config, encoder, backend: 'wasm', now });
  return async (request) => {
    const start = now();
    const verdict = await solve(request);
    const engine = now() - start;
    if (verdict.kind === 'failure') throw new Error(verdict.message);

    const images = request.tiles.flatMap((tile) => (tile.kind === 'pixels' ? [tile.image] : []));
    const { data, dims } = encoder.prepare(images);
    const startOfRun = now();
    await raw.run({ [config.image.input]: new Tensor('float32', data, dims) });
    const alone = now() - startOfRun;

    const startOfTiles = now();
    await solveTileByTile(images, request.text, model, sessions, encoder);
    return { engine, raw: alone, tileByTile: now() - startOfTiles, steps: verdict.times };
  };
}
