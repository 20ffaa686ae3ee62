import { assembleEngine } from '../engine/open-engine.ts';
import type { Engine } from '../engine/engine.ts';
import type { Learner } from '../engine/learning/learning-room.ts';
import { loadModel, type ModelSource } from '../engine/load-model.ts';
import { openWebSessions } from './web-sessions.ts';

export interface WebEngineOptions {
  /** Folder of the model, ending in a slash: `chrome.runtime.getURL('models/cn-clip-lite/')`. */
  readonly modelUrl: string;
  /** Folder with `ort-wasm-simd-threaded.jspi.mjs` and `.wasm`, ending in a slash. */
  readonly wasmUrl: string;
  /** Reads the model's files; the global `fetch` by default. */
  readonly fetch?: (url: string) => Promise<Response>;
  /** What the person has taught. */
  readonly learner?: Learner;
}

/**
 * Opens the model in this document: on WebGPU where that is really there and agrees with WASM, else on WASM.
 * Rejects with an EngineError: reason `model` for missing or broken files, `engine` when the runtime does not start.
 */
export async function openEngine(options: WebEngineOptions): Promise<Engine> {
  const model = await loadModel(sourceAt(options.modelUrl, options.fetch ?? ((url) => fetch(url))));
  return assembleEngine(model, await openWebSessions(model, options.wasmUrl), options.learner);
}

function sourceAt(url: string, get: (url: string) => Promise<Response>): ModelSource {
  return {
    name: url,
    async read(file) {
      const response = await get(url + file);
      if (!response.ok) throw new Error(`status ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
