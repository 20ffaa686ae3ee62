import type { Bytes, ExternalFile } from '../engine/load-model.ts';
import type { GraphPorts, Port } from '../shared/model-report.ts';
import type { ValueMetadata } from './ort-session.ts';
import { configureRuntime, createSession } from './web-sessions.ts';

/** Opens a graph only to ask for its inputs and outputs. Rejects with the runtime's words where it is none. */
export async function readGraphPorts(
  graph: Bytes,
  externalData: readonly ExternalFile[],
  wasmUrl: string,
): Promise<GraphPorts> {
  configureRuntime(wasmUrl);
  const session = await createSession(graph, 'wasm', externalData);
  try {
    return { inputs: session.inputMetadata.map(portOf), outputs: session.outputMetadata.map(portOf) };
  } finally {
    await session.release();
  }
}

function portOf({ name, shape = [] }: ValueMetadata): Port {
  return { name, shape: [...shape] };
}
