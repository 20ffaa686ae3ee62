import { EngineError } from '../engine/engine-error.ts';
import { parseModelConfig, type ModelConfig } from '../engine/model-config.ts';
import { sha256 } from '../engine/sha256.ts';
import { filesOf, lackOfRoom, prove, type Added, type AddSettings } from './add-model.ts';
import { downloadFile } from './download-file.ts';
import { HubError, PassingError, requestFrom, type Get } from './hub-request.ts';
import { listStored, markDownload, openModelFolder, removeModel } from './model-store.ts';

export interface AddFromHubSettings extends AddSettings {
  readonly get: Get;
  readonly wait: (failed: number, signal: AbortSignal) => Promise<void>;
}

/** Bytes; a description is a few kilobytes, and an address may lead to anything. */
const LONGEST_DESCRIPTION = 1_000_000;

/**
 * Adds the model whose files lie at `folder` (ending in a slash), going on with what an earlier download of the same
 * address has left. Never rejects for what is wrong with the hub, the connection or the model.
 */
export async function addFromHub(folder: string, settings: AddFromHubSettings): Promise<Added> {
  const id = `hub-${(await sha256(new TextEncoder().encode(folder))).slice(0, 16)}`;
  const { models } = await listStored();
  if (models.some((model) => model.id === id)) {
    return { kind: 'refused', message: `${folder}: expected a model that is not there yet, found it in the list` };
  }
  try {
    const config = await fetchDescription(folder, settings);
    await fetchFiles(id, folder, config, settings);
    return await prove(id, config, settings.engine);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (settings.signal.aborted || error instanceof PassingError) return { kind: 'interrupted', message };
    await removeModel(id).catch(() => undefined);
    return { kind: 'refused', message };
  }
}

async function fetchDescription(folder: string, { get, signal }: AddFromHubSettings): Promise<ModelConfig> {
  const url = `${folder}model.json`;
  const { body } = await requestFrom(url, 0, get, signal);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > LONGEST_DESCRIPTION) throw new HubError(`${url}: expected a description, found more than 1 MB`);
    pieces.push(piece);
  }
  return parseModelConfig(await new Blob(pieces).text(), url);
}

async function fetchFiles(
  id: string,
  folder: string,
  config: ModelConfig,
  { get, signal, wait, onProgress }: AddFromHubSettings,
): Promise<void> {
  const files = filesOf(config);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const lack = await lackOfRoom(total);
  if (lack !== undefined) throw new EngineError('model', `${folder}: ${lack}`);
  await markDownload(id, folder);
  const target = await openModelFolder(id);
  let done = 0;
  const onBytes = (bytes: number): void => onProgress((done += bytes), total);
  for (const file of files) {
    if (await isThere(target, file)) onBytes(file.bytes);
    else await downloadFile(folder + file.file, target, file, { get, signal, wait, onBytes });
  }
}

/** A file has its name only after its hash was right; the proof before use hashes it once more. */
async function isThere(
  folder: FileSystemDirectoryHandle,
  { file, bytes }: { readonly file: string; readonly bytes: number },
): Promise<boolean> {
  try {
    return (await (await folder.getFileHandle(file)).getFile()).size === bytes;
  } catch {
    // Not there: to be fetched.
    return false;
  }
}
