import { parseModelConfig, type ModelConfig } from '../engine/model-config.ts';
import type { StoredGraph } from '../shared/model-report.ts';
import { filesOf, lackOfRoom, prove, type Added, type AddSettings } from './add-model.ts';
import { copyFile } from './copy-file.ts';
import { describeOfficial, type FileFacts, type OfficialGraph } from './describe-official.ts';
import { openModelFolder, removeLeftovers, removeModel } from './model-store.ts';
import { recogniseFiles, type FileSet } from './recognise-files.ts';

export interface BuiltInModel {
  readonly config: ModelConfig;
  readonly vocabulary: Blob;
}

export interface AddFromFilesSettings extends AddSettings {
  readonly readBuiltIn: () => Promise<BuiltInModel>;
}

/** Adds a model from files that the person chose. Never rejects for what is wrong with them. */
export async function addFromFiles(files: readonly File[], settings: AddFromFilesSettings): Promise<Added> {
  const set = recogniseFiles(files.map(({ name }) => name));
  if (set.kind === 'unknown') {
    const found = files.map(({ name }) => name).join(', ') || 'none';
    return { kind: 'refused', message: `expected ${set.missing} among the files, found ${found}` };
  }
  await removeLeftovers();
  const id = crypto.randomUUID();
  try {
    const config =
      set.kind === 'described' ? await addDescribed(id, files, settings) : await addOfficial(id, set, files, settings);
    return await prove(id, config, settings.engine);
  } catch (error) {
    await removeModel(id).catch(() => undefined);
    return { kind: 'refused', message: error instanceof Error ? error.message : String(error) };
  }
}

/** Names and sizes are checked before the first byte is copied, hashes after the last. */
async function addDescribed(
  id: string,
  files: readonly File[],
  settings: AddFromFilesSettings,
): Promise<ModelConfig> {
  const config = parseModelConfig(await fileNamed('model.json', files).text(), 'model.json');
  const expected = filesOf(config);
  const chosen = expected.map(({ file }) => fileNamed(file, files));
  for (const [index, { file, bytes }] of expected.entries()) {
    const found = chosen[index]?.size;
    if (found !== bytes) throw new Error(`${file}: expected ${bytes} bytes, found ${found}`);
  }
  const copied = await copyAll(id, chosen, settings);
  for (const [index, { file, sha256 }] of expected.entries()) {
    const found = copied[index]?.sha256;
    if (found !== sha256) throw new Error(`${file}: expected SHA-256 ${sha256}, found ${found}`);
  }
  return config;
}

async function addOfficial(
  id: string,
  set: Extract<FileSet, { kind: 'official' }>,
  files: readonly File[],
  settings: AddFromFilesSettings,
): Promise<ModelConfig> {
  const { config: builtIn, vocabulary } = await settings.readBuiltIn();
  const names = [set.image.file, ...set.image.externalData, set.text.file, ...set.text.externalData];
  const words = new File([vocabulary], builtIn.text.vocabulary.file);
  const copied = await copyAll(id, [...names.map((name) => fileNamed(name, files)), words], settings);
  const facts = (name: string): FileFacts => {
    const found = copied.find(({ file }) => file === name);
    if (found === undefined) throw new Error(`${name}: expected a copy, found none`);
    return found;
  };
  const graph = async (part: StoredGraph): Promise<OfficialGraph> => ({
    graph: facts(part.file),
    externalData: part.externalData.map(facts),
    ports: await settings.engine.readGraph(id, part),
  });
  const { name, precision } = set;
  const [image, text] = [await graph(set.image), await graph(set.text)];
  const described = describeOfficial({ name, precision, image, text, vocabulary: facts(words.name) }, builtIn);
  if (!('config' in described)) throw new Error(described.message);
  return described.config;
}

async function copyAll(
  id: string,
  files: readonly File[],
  { signal, onProgress }: AddSettings,
): Promise<FileFacts[]> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const lack = await lackOfRoom(total);
  if (lack !== undefined) throw new Error(lack);
  const folder = await openModelFolder(id);
  let done = 0;
  const onBytes = (bytes: number): void => onProgress((done += bytes), total);
  const copied: FileFacts[] = [];
  for (const file of files) {
    copied.push({ file: file.name, ...(await copyFile(folder, file.name, file.stream(), { signal, onBytes })) });
  }
  return copied;
}

function fileNamed(name: string, files: readonly File[]): File {
  const found = files.find((file) => file.name === name);
  if (found !== undefined) return found;
  throw new Error(`expected ${name} among the files, found ${files.map((file) => file.name).join(', ')}`);
}
