import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { createEncoder, type Encoder } from '../engine/encoder.ts';
import { EngineError } from '../engine/engine-error.ts';
import type { Engine } from '../engine/engine.ts';
import { loadModel, type LoadedModel, type ModelSource } from '../engine/load-model.ts';
import type { ModelSession } from '../engine/model-session.ts';
import { assembleEngine, type OpenedSessions } from '../engine/open-engine.ts';
import { wrapSession } from './ort-session.ts';

/** Opens the model in the folder `modelDir` on the CPU. Rejects with an EngineError. */
export async function openEngine(modelDir: string): Promise<Engine> {
  const model = await loadModel(sourceIn(modelDir));
  return assembleEngine(model, await openSessions(model));
}

/** What the command line works with where a grid at a time is not what it does. */
export interface OpenedModel extends LoadedModel {
  readonly encoder: Encoder;
  close(): Promise<void>;
}

export async function openModel(modelDir: string): Promise<OpenedModel> {
  const model = await loadModel(sourceIn(modelDir));
  const sessions = await openSessions(model);
  return {
    ...model,
    encoder: createEncoder(model.config, model.vocabulary, sessions),
    close: async () => {
      await Promise.all([sessions.image.close(), sessions.text.close()]);
    },
  };
}

async function openSessions(model: LoadedModel): Promise<OpenedSessions> {
  return {
    image: await open(model, 'image'),
    text: await open(model, 'text'),
    status: { backend: 'cpu', why: 'Node runs on the CPU', threads: availableParallelism() },
  };
}

async function open(model: LoadedModel, part: 'image' | 'text'): Promise<ModelSession> {
  const { file } = model.config[part];
  try {
    const externalData = model.externalData?.[part] ?? [];
    const session = await InferenceSession.create(model[part], {
      executionProviders: ['cpu'],
      ...(externalData.length === 0 ? {} : { externalData }),
    });
    return wrapSession(session, model.config[part], Tensor);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    const found = error instanceof Error ? error.message : String(error);
    throw new EngineError('model', `${file}: expected a graph that ONNX Runtime opens, found: ${found}`, {
      cause: error,
    });
  }
}

function sourceIn(folder: string): ModelSource {
  return {
    name: join(folder, '/'),
    read: async (file) => new Uint8Array(await readFile(join(folder, file))),
  };
}
