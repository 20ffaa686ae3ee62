import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../cli/root.ts';

export interface ModelFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

type Part = 'image' | 'text';
const SHIPPED = join(ROOT, 'models/cn-clip-lite');

/** The embedded model under another name, with its description or its graphs changed. */
export function modelFiles(
  name: string,
  changes: {
    readonly config?: Readonly<Record<string, unknown>>;
    readonly graphs?: Partial<Record<Part, Buffer>>;
  } = {},
): ModelFile[] {
  const config = JSON.parse(readFileSync(join(SHIPPED, 'model.json'), 'utf8'));
  const graphs = { image: graphOf('image'), text: graphOf('text'), ...changes.graphs };
  for (const part of ['image', 'text'] as const) Object.assign(config[part], factsOf(graphs[part]));
  const described = { ...config, name, ...changes.config };
  return [
    file('model.json', Buffer.from(JSON.stringify(described))),
    file('image.onnx', graphs.image),
    file('text.onnx', graphs.text),
    file('vocab.txt', readFileSync(join(SHIPPED, 'vocab.txt'))),
  ];
}

export function graphOf(part: Part): Buffer {
  return readFileSync(join(SHIPPED, `${part}.onnx`));
}

/** A size named "batch", as ONNX writes it, and the size 1 in as many bytes. */
const NAMED = Buffer.from([0x12, 0x05, ...Buffer.from('batch')]);
const ONE = Buffer.from([0x08, 0x81, 0x80, 0x80, 0x80, 0x80, 0x00]);

/** The graph as Chinese-CLIP's own exporter would have written it: for a batch of one. */
export function withBatchOne(graph: Buffer): Buffer {
  const fixed = Buffer.from(graph);
  let changed = 0;
  for (let at = fixed.indexOf(NAMED); at >= 0; at = fixed.indexOf(NAMED, at + 1)) {
    ONE.copy(fixed, at);
    changed += 1;
  }
  if (changed !== 2) throw new Error(`Expected an open batch in input and output, found ${changed}`);
  return fixed;
}

function factsOf(bytes: Buffer) {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

function file(name: string, buffer: Buffer): ModelFile {
  return { name, mimeType: 'application/octet-stream', buffer };
}
