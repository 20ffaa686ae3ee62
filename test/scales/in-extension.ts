// Built beside a copy of the extension and run in one of its pages; no part of what is shipped.
import { createEncoder } from '../../src/engine/encoder.ts';
import { loadModel } from '../../src/engine/load-model.ts';
import { openWebSessions } from '../../src/runtime/web-sessions.ts';
import type { EngineStatus } from '../../src/shared/protocol.ts';
import { makePicture, type PictureRecipe } from '../golden/picture.ts';

export interface Asked {
  /** Folders, ending in a slash. */
  readonly modelUrl: string;
  readonly wasmUrl: string;
  /** Pictures of each run of the image graph. */
  readonly batches: readonly (readonly PictureRecipe[])[];
  readonly texts: readonly string[];
}

/** Unit vectors, in the order of the pictures in their batches and of the texts. */
export interface Found {
  readonly status: Pick<EngineStatus, 'backend' | 'why'>;
  readonly images: readonly (readonly number[])[];
  readonly texts: readonly (readonly number[])[];
}

/** What the engine computes with a model, on WebGPU where its own self-test lets it. */
export async function featuresOf({ modelUrl, wasmUrl, batches, texts }: Asked): Promise<Found> {
  const model = await loadModel({
    name: modelUrl,
    read: async (file) => new Uint8Array(await (await fetch(modelUrl + file)).arrayBuffer()),
  });
  const sessions = await openWebSessions(model, wasmUrl);
  const encoder = createEncoder(model.config, model.vocabulary, sessions);
  const images: number[][] = [];
  for (const batch of batches) {
    const vectors = await encoder.encodeImages(encoder.prepare(batch.map(makePicture)));
    for (const vector of vectors) images.push(Array.from(vector));
  }
  const words: number[][] = [];
  for (const text of texts) words.push(Array.from(await encoder.encodeText(text)));
  return { status: sessions.status, images, texts: words };
}
