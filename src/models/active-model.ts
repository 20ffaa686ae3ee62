import { modelsFolder, readText, removeFile, writeText } from './model-store.ts';

/** Beside the models, where the engine's document can read it too: settings are closed to it. */
const FILE = 'active';

/** The id of the model that the person chose; undefined for the built-in one. */
export async function readActiveModel(): Promise<string | undefined> {
  return readText(await modelsFolder(), FILE);
}

export async function writeActiveModel(id: string | undefined): Promise<void> {
  const folder = await modelsFolder();
  await (id === undefined ? removeFile(folder, FILE) : writeText(folder, FILE, id));
}
