import { env, InferenceSession, Tensor } from 'onnxruntime-web/jspi';
import { EngineError } from '../engine/engine-error.ts';
import type { ExternalFile, LoadedModel } from '../engine/load-model.ts';
import type { ModelSession } from '../engine/model-session.ts';
import type { OpenedSessions } from '../engine/open-engine.ts';
import { detailOf } from '../shared/fault.ts';
import { wrapSession } from './ort-session.ts';
import { probeCosine } from './probe.ts';
import { findAdapter, type NoGpu } from './web-gpu.ts';

/** More threads than cores hurt, and beyond four a tile batch gains little. */
const MAX_THREADS = 4;

/** ONNX Runtime's levels: 2 warns that some shape nodes stay on the CPU, which is as it should be. */
const LOG_ERRORS = 3;

/** A WebGPU that computes a probe picture's features less alike than this is not trusted. */
export const LEAST_COSINE = 0.999;

/**
 * Opens both graphs. The text graph always runs on WASM: it runs once a word, and its 64-bit token numbers suit no
 * GPU. The image graph runs on WebGPU when the self-test agrees; its WASM twin lives only for the test.
 */
export async function openWebSessions(model: LoadedModel, wasmUrl: string): Promise<OpenedSessions> {
  const threads = configureRuntime(wasmUrl);
  try {
    const text = await open(model, 'text', 'wasm');
    const wasm = await open(model, 'image', 'wasm');
    const gpu = await tryWebGpu(model, wasm);
    if (!('image' in gpu)) return { image: wasm, text, status: { backend: 'wasm', ...gpu, threads } };
    await wasm.close();
    const { image, why, lost } = gpu;
    return { image, text, lost, status: { backend: 'webgpu', gpu: 'agreed', why, threads } };
  } catch (error) {
    if (error instanceof EngineError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new EngineError('engine', `ONNX Runtime (${wasmUrl}): expected to open the model, found: ${why}`, {
      cause: error,
    });
  }
}

/** Says where the binary is and answers the number of threads. Has effect only before a document's first session. */
export function configureRuntime(wasmUrl: string): number {
  // Extension pages have shared memory; a page that is not isolated has none, and threads need it.
  const shared = typeof SharedArrayBuffer !== 'undefined';
  const threads = shared ? Math.min(navigator.hardwareConcurrency, MAX_THREADS) : 1;
  env.wasm.numThreads = threads;
  env.wasm.wasmPaths = {
    mjs: `${wasmUrl}ort-wasm-simd-threaded.jspi.mjs`,
    wasm: `${wasmUrl}ort-wasm-simd-threaded.jspi.wasm`,
  };
  return threads;
}

async function open(
  model: LoadedModel,
  part: 'image' | 'text',
  provider: 'wasm' | 'webgpu',
): Promise<ModelSession> {
  const session = await createSession(model[part], provider, model.externalData?.[part]);
  return wrapSession(session, model.config[part], Tensor);
}

export function createSession(
  graph: Uint8Array,
  provider: 'wasm' | 'webgpu',
  externalData: readonly ExternalFile[] = [],
): Promise<InferenceSession> {
  return InferenceSession.create(graph, {
    executionProviders: [provider],
    logSeverityLevel: LOG_ERRORS,
    ...(externalData.length === 0 ? {} : { externalData }),
  });
}

interface GpuSession {
  readonly image: ModelSession;
  readonly why: string;
  readonly lost: () => string | undefined;
}

/** The session when it can be trusted, else why not. */
async function tryWebGpu(model: LoadedModel, wasm: ModelSession): Promise<GpuSession | NoGpu> {
  const adapter = await findAdapter();
  if ('why' in adapter) return adapter;
  let image: ModelSession | undefined;
  try {
    image = await open(model, 'image', 'webgpu');
    const agreement = await probeCosine(model.config, image, wasm);
    const said = `self-test cosine ${agreement.toFixed(4)}`;
    if (agreement >= LEAST_COSINE)
      return { image, why: `WebGPU on ${adapter.name}, ${said}`, lost: await watchDevice() };
    await image.close();
    return {
      gpu: 'disagreed',
      why: `WebGPU on ${adapter.name} refused: ${said}, expected at least ${LEAST_COSINE}`,
    };
  } catch (error) {
    await image?.close();
    return { gpu: 'failed', why: `WebGPU on ${adapter.name} failed: ${detailOf(error)}` };
  }
}

async function watchDevice(): Promise<() => string | undefined> {
  const device = await env.webgpu.device;
  let lost: string | undefined;
  void device.lost.then(({ reason, message }) => {
    lost = `WebGPU device lost (${reason}): ${message}`;
  });
  return () => lost;
}
