import { Tensor } from 'onnxruntime-web/jspi';
import { parseCharacters } from '../ocr/decode-ctc.ts';
import { TEXT_GRAPHS } from '../ocr/text-graphs.ts';
import { createTextReader, type TextReader } from '../ocr/text-reader.ts';
import { wrapSession } from './ort-session.ts';
import { configureRuntime, createSession } from './web-sessions.ts';

export interface WebTextOptions {
  /** Folder of the OCR models, ending in a slash. */
  readonly modelUrl: string;
  /** Folder of ONNX Runtime's binary, ending in a slash. */
  readonly wasmUrl: string;
}

/**
 * Opens the OCR models on the WASM that the engine uses too: their input changes its shape with every picture, for
 * which a GPU would compile anew each time. Rejects where a file is missing or no graph.
 */
export async function openTextReader({ modelUrl, wasmUrl }: WebTextOptions): Promise<TextReader> {
  configureRuntime(wasmUrl);
  const open = async (graph: (typeof TEXT_GRAPHS)['detection' | 'recognition']) =>
    wrapSession(await createSession(await read(modelUrl + graph.file), 'wasm'), graph, Tensor);
  const detection = await open(TEXT_GRAPHS.detection);
  const recognition = await open(TEXT_GRAPHS.recognition);
  const keys = new TextDecoder().decode(await read(modelUrl + TEXT_GRAPHS.characters.file));
  return createTextReader({ detection, recognition, characters: parseCharacters(keys) });
}

async function read(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: expected a file, found status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
