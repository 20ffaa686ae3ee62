import { type InferenceSession, Tensor } from 'onnxruntime-web/jspi';
import type { LoadedModel } from '../engine/load-model.ts';
import type { ModelSession } from '../engine/model-session.ts';
import { createEncoder } from '../engine/encoder.ts';
import { EngineError } from '../engine/engine-error.ts';
import { cosine, unitRows, type UnitVector } from '../engine/unit-vector.ts';
import { detailOf } from '../shared/fault.ts';
import type { BackendTimes, ModelReport } from '../shared/model-report.ts';
import { fixedBatch, wrapSession } from './ort-session.ts';
import { probePictures } from './probe.ts';
import { findAdapter } from './web-gpu.ts';
import { configureRuntime, createSession, LEAST_COSINE } from './web-sessions.ts';

/** Tiles of the batch that a grid most often is. */
const GRID = 9;

/**
 * Cosine of a picture's features in a batch and alone. Graphs with int8 matrices quantise a batch as a whole and so
 * round differently; rows that a graph mixes up are far below.
 */
const LEAST_ALIKE = 0.95;

const PROBE_TEXT = '公交车';

/**
 * Runs a model on a word and on pictures made for it: names and shapes are right, a batch says what single pictures
 * say, WebGPU says what WASM says. What is wrong with the model comes as a report, never as a rejection.
 */
export async function selfTest(model: LoadedModel, wasmUrl: string): Promise<ModelReport> {
  configureRuntime(wasmUrl);
  try {
    const text = await timeText(model);
    const wasm = await runImages(model, 'wasm');
    return {
      kind: 'passed',
      ...(wasm.batch === undefined ? {} : { fixedBatch: wasm.batch }),
      text,
      wasm: wasm.times,
      webgpu: await tryWebGpu(model, wasm.vector),
    };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/** Milliseconds for a word, after a first one that warms the session up. */
async function timeText(model: LoadedModel): Promise<number> {
  const session = await open(model, 'text', 'wasm');
  try {
    const encoder = createEncoder(model.config, model.vocabulary, {
      text: session.model,
      image: session.model,
    });
    const [first] = model.config.distractors;
    if (first !== undefined) await encoder.encodeText(first);
    const start = performance.now();
    await encoder.encodeText(PROBE_TEXT);
    return performance.now() - start;
  } finally {
    await session.model.close();
  }
}

interface Ran {
  readonly batch: number | undefined;
  readonly vector: UnitVector;
  readonly times: Extract<BackendTimes, { kind: 'ran' }>;
}

async function runImages(model: LoadedModel, provider: 'wasm' | 'webgpu'): Promise<Ran> {
  const { image, embeddingDimension } = model.config;
  const start = performance.now();
  const session = await open(model, 'image', provider);
  const opened = performance.now() - start;
  const run = async (count: number): Promise<{ readonly rows: UnitVector[]; readonly time: number }> => {
    const probe = probePictures(image.size, count);
    const begin = performance.now();
    const features = await session.model.run(probe);
    return { rows: unitRows(features, embeddingDimension), time: performance.now() - begin };
  };
  try {
    const first = await run(1);
    const one = await run(1);
    const nine = await run(GRID);
    const [alone, together] = [first.rows[0], nine.rows[0]];
    if (alone === undefined || together === undefined || nine.rows.length !== GRID) {
      throw new EngineError(
        'model',
        `${image.file}: expected ${GRID} rows of features, found ${nine.rows.length}`,
      );
    }
    const agreement = cosine(alone, together);
    if (!(agreement >= LEAST_ALIKE)) {
      throw new EngineError(
        'model',
        `${image.file}: expected a picture's features in a batch as alone (cosine ${LEAST_ALIKE}), found ${agreement}`,
      );
    }
    const times = { kind: 'ran', open: opened, one: one.time, nine: nine.time } as const;
    return { batch: session.batch, vector: alone, times };
  } finally {
    await session.model.close();
  }
}

async function tryWebGpu(model: LoadedModel, expected: UnitVector): Promise<BackendTimes> {
  const adapter = await findAdapter();
  if ('why' in adapter) return { kind: 'not-run', ...adapter };
  try {
    const { vector, times } = await runImages(model, 'webgpu');
    const agreement = cosine(vector, expected);
    if (agreement >= LEAST_COSINE) return times;
    return {
      kind: 'not-run',
      gpu: 'disagreed',
      why: `${adapter.name}: cosine ${agreement}, expected at least ${LEAST_COSINE}`,
    };
  } catch (error) {
    return { kind: 'not-run', gpu: 'failed', why: `${adapter.name}: ${detailOf(error)}` };
  }
}

async function open(
  model: LoadedModel,
  part: 'image' | 'text',
  provider: 'wasm' | 'webgpu',
): Promise<{ readonly model: ModelSession; readonly batch: number | undefined }> {
  const { file, input } = model.config[part];
  let session: InferenceSession;
  try {
    session = await createSession(model[part], provider, model.externalData?.[part]);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new EngineError('model', `${file}: expected a graph that ONNX Runtime opens, found: ${found}`, {
      cause: error,
    });
  }
  return { model: wrapSession(session, model.config[part], Tensor), batch: fixedBatch(session, input) };
}
