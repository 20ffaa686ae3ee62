import type { Tensor as OrtTensor } from 'onnxruntime-web';
import { EngineError } from '../engine/engine-error.ts';
import type { ModelSession } from '../engine/model-session.ts';
import { runInBatches } from './run-in-batches.ts';

/** Names of the graph's one input and one output, as model.json gives them. */
export interface GraphNames {
  readonly file: string;
  readonly input: string;
  readonly output: string;
}

/** What a graph says of an input or output; a size that may vary is a name. */
export interface ValueMetadata {
  readonly name: string;
  readonly shape?: readonly (number | string)[];
}

/** What is used of ONNX Runtime's session; the web and the Node package share it. */
export interface OrtSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly inputMetadata?: readonly ValueMetadata[];
  readonly outputMetadata?: readonly ValueMetadata[];
  run(
    feeds: Record<string, OrtTensor>,
    fetches: readonly string[],
  ): Promise<Readonly<Record<string, OrtTensor>>>;
  release(): Promise<void>;
}

type TensorFactory = new (
  type: 'float32' | 'int64',
  data: Float32Array | BigInt64Array,
  dims: readonly number[],
) => OrtTensor;

/** The engine's view of an ONNX Runtime session. */
export function wrapSession(
  session: OrtSession,
  { file, input, output }: GraphNames,
  createTensor: TensorFactory,
): ModelSession {
  expectName(file, 'input', input, session.inputNames);
  expectName(file, 'output', output, session.outputNames);
  const run: ModelSession['run'] = async ({ data, dims }) => {
    const type = data instanceof Float32Array ? 'float32' : 'int64';
    const feed = new createTensor(type, data, dims);
    const results = await session.run({ [input]: feed }, [output]);
    const result = results[output];
    if (!(result?.data instanceof Float32Array)) {
      throw new EngineError(
        'model',
        `${file}: ${output}: expected float32, found ${result?.type ?? 'nothing'}`,
      );
    }
    return { data: result.data, dims: result.dims };
  };
  const batch = fixedBatch(session, input);
  return { run: batch === undefined ? run : runInBatches(run, batch), close: () => session.release() };
}

/** The only batch size that the graph takes, where it was exported so (Chinese-CLIP's own exporter does it). */
export function fixedBatch(
  { inputMetadata = [] }: Pick<OrtSession, 'inputMetadata'>,
  input: string,
): number | undefined {
  const [batch] = inputMetadata.find(({ name }) => name === input)?.shape ?? [];
  return typeof batch === 'number' && batch > 0 ? batch : undefined;
}

function expectName(file: string, kind: string, name: string, found: readonly string[]): void {
  if (found.includes(name)) return;
  throw new EngineError('model', `${file}: expected an ${kind} named ${name}, found ${found.join(', ')}`);
}
