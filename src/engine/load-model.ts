import { EngineError } from './engine-error.ts';
import { parseModelConfig, type ModelConfig } from './model-config.ts';
import { parseVocabulary, type Vocabulary } from './vocabulary.ts';
import { sha256 } from './sha256.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Where the files of a model are: a folder, a URL, a store. */
export interface ModelSource {
  /** Shown in messages: a path or URL. */
  readonly name: string;
  /** Rejects when there is no such file. */
  read(file: string): Promise<Bytes>;
}

/** Weights that an ONNX graph keeps beside itself; `path` is the name by which the graph asks for them. */
export interface ExternalFile {
  readonly path: string;
  readonly data: Bytes;
}

export interface LoadedModel {
  readonly config: ModelConfig;
  readonly vocabulary: Vocabulary;
  /** ONNX graphs, checked against the hashes of model.json. */
  readonly image: Bytes;
  readonly text: Bytes;
  /** Checked likewise; without it both graphs hold their weights themselves. */
  readonly externalData?: { readonly image: readonly ExternalFile[]; readonly text: readonly ExternalFile[] };
}

interface ExpectedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Reads model.json and the files it names. Throws an EngineError with reason `model`. */
export async function loadModel(
  source: ModelSource,
  digest: (bytes: Bytes) => Promise<string> = sha256,
): Promise<LoadedModel> {
  const config = parseModelConfig(
    new TextDecoder().decode(await readFile(source, 'model.json')),
    `${source.name}model.json`,
  );
  const { image, text } = config;
  const { vocabulary } = text;
  const checked = (file: ExpectedFile) => readChecked(source, file, digest);
  const beside = (files: readonly ExpectedFile[] = []) =>
    Promise.all(files.map(async (file) => ({ path: file.file, data: await checked(file) })));
  const [imageGraph, textGraph, words, imageExtra, textExtra] = await Promise.all([
    checked(image),
    checked(text),
    checked(vocabulary),
    beside(image.externalData),
    beside(text.externalData),
  ]);
  return {
    config,
    vocabulary: parseVocabulary(words, vocabulary.size, source.name + vocabulary.file),
    image: imageGraph,
    text: textGraph,
    externalData: { image: imageExtra, text: textExtra },
  };
}

async function readChecked(
  source: ModelSource,
  expected: ExpectedFile,
  digest: (bytes: Bytes) => Promise<string>,
): Promise<Bytes> {
  const bytes = await readFile(source, expected.file);
  const where = source.name + expected.file;
  if (bytes.length !== expected.bytes) {
    throw new EngineError('model', `${where}: expected ${expected.bytes} bytes, found ${bytes.length}`);
  }
  const found = await digest(bytes);
  if (found !== expected.sha256) {
    throw new EngineError('model', `${where}: expected SHA-256 ${expected.sha256}, found ${found}`);
  }
  return bytes;
}

async function readFile(source: ModelSource, file: string): Promise<Bytes> {
  try {
    return await source.read(file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EngineError('model', `${source.name}${file}: expected a model file, found none (${why})`, {
      cause: error,
    });
  }
}
