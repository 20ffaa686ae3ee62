import { parseModelConfig, type ModelConfig } from '../engine/model-config.ts';

/**
 * Models that the person added: one folder each in the origin's private file system (OPFS). `model.json` is written
 * last, once everything else is there and proven: a folder without it is no model, whatever else lies in it.
 */
const ROOT = 'models';
const DESCRIPTION = 'model.json';
/** Where an unfinished download comes from; its folder may be filled later. */
const SOURCE = 'source';

export interface StoredModel {
  readonly id: string;
  readonly config: ModelConfig;
  /** Of all its files. */
  readonly bytes: number;
}

export interface UnfinishedDownload {
  readonly id: string;
  readonly address: string;
  readonly bytes: number;
}

export interface Stored {
  readonly models: readonly StoredModel[];
  readonly unfinished: readonly UnfinishedDownload[];
}

export async function modelsFolder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(ROOT, { create: true });
}

export async function openModelFolder(id: string): Promise<FileSystemDirectoryHandle> {
  return (await modelsFolder()).getDirectoryHandle(id, { create: true });
}

/** What is there. A description that no longer reads makes the folder no model; it is left for `removeLeftovers`. */
export async function listStored(): Promise<Stored> {
  const models: StoredModel[] = [];
  const unfinished: UnfinishedDownload[] = [];
  for await (const [id, handle] of (await modelsFolder()).entries()) {
    if (!isFolder(handle)) continue;
    const bytes = await sizeOf(handle);
    const config = await readConfig(handle, id);
    const address = await readText(handle, SOURCE);
    if (config !== undefined) models.push({ id, config, bytes });
    else if (address !== undefined) unfinished.push({ id, address, bytes });
  }
  const byName = (a: StoredModel, b: StoredModel): number => a.config.name.localeCompare(b.config.name);
  return { models: models.toSorted(byName), unfinished };
}

/**
 * Makes the folder a model. The browser replaces a file as a whole, so it is never half described.
 *
 * @param files all that belongs to it; what else lies there, of an earlier version on a hub, goes
 */
export async function completeModel(id: string, description: string, files: readonly string[]): Promise<void> {
  const folder = await openModelFolder(id);
  await writeText(folder, DESCRIPTION, description);
  const kept = new Set([DESCRIPTION, ...files]);
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names) if (!kept.has(name)) await removeFile(folder, name);
}

export async function markDownload(id: string, address: string): Promise<void> {
  await writeText(await openModelFolder(id), SOURCE, address);
}

export async function removeModel(id: string): Promise<void> {
  await (await modelsFolder()).removeEntry(id, { recursive: true });
}

/** Removes what an interrupted addition of files left behind; downloads stay, because they can go on. */
export async function removeLeftovers(): Promise<void> {
  const { models, unfinished } = await listStored();
  const kept = new Set([...models, ...unfinished].map(({ id }) => id));
  const root = await modelsFolder();
  for await (const [id, handle] of root.entries()) {
    if (isFolder(handle) && !kept.has(id)) await root.removeEntry(id, { recursive: true });
  }
}

/** Undefined where there is no such file. */
export async function readText(folder: FileSystemDirectoryHandle, name: string): Promise<string | undefined> {
  try {
    return await (await (await folder.getFileHandle(name)).getFile()).text();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export async function writeText(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write(text);
  await stream.close();
}

export async function removeFile(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}

function isFolder(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory';
}

async function readConfig(folder: FileSystemDirectoryHandle, id: string): Promise<ModelConfig | undefined> {
  const text = await readText(folder, DESCRIPTION);
  if (text === undefined) return undefined;
  try {
    return parseModelConfig(text, id);
  } catch {
    // Written by another version, or damaged: not a model for this one.
    return undefined;
  }
}

async function sizeOf(folder: FileSystemDirectoryHandle): Promise<number> {
  let bytes = 0;
  for await (const handle of folder.values()) {
    if (handle instanceof FileSystemFileHandle) bytes += (await handle.getFile()).size;
  }
  return bytes;
}
