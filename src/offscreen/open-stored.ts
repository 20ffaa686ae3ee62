import browser from 'webextension-polyfill';
import type { Engine } from '../engine/engine.ts';
import type { Learner } from '../engine/learning/learning-room.ts';
import { loadModel, type Bytes, type LoadedModel, type ModelSource } from '../engine/load-model.ts';
import { fetchStored, storedModelUrl } from '../models/fetch-stored.ts';
import { readGraphPorts } from '../runtime/web-graph-ports.ts';
import { selfTest } from '../runtime/web-self-test.ts';
import { openEngine } from '../runtime/web.ts';
import type { GraphPorts, ModelReport, StoredGraph } from '../shared/model-report.ts';

const wasmUrl = browser.runtime.getURL('ort/');
const BUILT_IN = browser.runtime.getURL('models/cn-clip-lite/');

/** Opens a stored model, or the built-in one, to answer with what the person has taught. */
export function openModel(id: string | undefined, learner: Learner): Promise<Engine> {
  if (id === undefined) return openEngine({ modelUrl: BUILT_IN, wasmUrl, learner });
  return openEngine({ modelUrl: storedModelUrl(id), wasmUrl, fetch: fetchStored, learner });
}

export async function readStoredGraph(id: string, { file, externalData }: StoredGraph): Promise<GraphPorts> {
  const source = sourceOf(id);
  const beside = externalData.map(async (path) => ({ path, data: await source.read(path) }));
  return readGraphPorts(await source.read(file), await Promise.all(beside), wasmUrl);
}

/** Reads, checks and runs a model; what is wrong with it is the report. */
export async function testModel(id: string | undefined, description?: string): Promise<ModelReport> {
  let model: LoadedModel;
  try {
    model = await loadModel(sourceOf(id, description));
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
  return selfTest(model, wasmUrl);
}

function sourceOf(id: string | undefined, description?: string): ModelSource {
  const base = id === undefined ? BUILT_IN : storedModelUrl(id);
  const get = id === undefined ? fetch : (url: string) => fetchStored(url, description);
  return {
    name: id === undefined ? BUILT_IN : '',
    async read(file): Promise<Bytes> {
      const response = await get(base + file);
      if (!response.ok) throw new Error(`status ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
