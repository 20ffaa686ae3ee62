import { parseModelConfig, type ModelConfig } from '../engine/model-config.ts';
import type { ModelReport } from '../shared/model-report.ts';
import type { ModelsApi } from '../shared/protocol.ts';
import type { FileFacts } from './describe-official.ts';
import { completeModel, removeModel } from './model-store.ts';

/** What came of adding a model. A refused one has left nothing behind, unless it may be gone on with. */
export type Added =
  | { readonly kind: 'added'; readonly id: string; readonly config: ModelConfig; readonly report: Passed }
  /** `message`: what was expected, what was found, where. */
  | { readonly kind: 'refused'; readonly message: string }
  /** A download stopped by the person or the connection; the same address goes on with it. */
  | { readonly kind: 'interrupted'; readonly message: string };

type Passed = Extract<ModelReport, { kind: 'passed' }>;

export interface AddSettings {
  readonly engine: Pick<ModelsApi, 'readGraph' | 'testModel'>;
  readonly signal: AbortSignal;
  /** Bytes there and bytes in all, as they come. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Runs the model that lies in the folder, and only then makes it one. A model that fails is removed. */
export async function prove(id: string, config: ModelConfig, engine: AddSettings['engine']): Promise<Added> {
  const description = `${JSON.stringify(config, null, 2)}\n`;
  const report = await engine.testModel(id, description);
  if (report.kind === 'failed') {
    await removeModel(id);
    return { kind: 'refused', message: report.message };
  }
  const files = filesOf(config).map(({ file }) => file);
  await completeModel(id, description, files);
  return { kind: 'added', id, config: parseModelConfig(description, id), report };
}

/** All files that a description names, the description itself not among them. */
export function filesOf({ image, text }: ModelConfig): FileFacts[] {
  const all = [
    image,
    ...(image.externalData ?? []),
    text,
    ...(text.externalData ?? []),
    text.vocabulary,
  ];
  return all.map(({ file, sha256, bytes }) => ({ file, sha256, bytes }));
}

/** Room that is left for more models; said as a sentence where it is too little. */
export async function lackOfRoom(bytes: number): Promise<string | undefined> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  const free = quota - usage;
  return free >= bytes ? undefined : `expected room for ${megabytes(bytes)} MB, found ${megabytes(free)} MB`;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}
