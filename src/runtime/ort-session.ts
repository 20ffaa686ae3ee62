import type { Tensor as OrtTensor } from 'onnxruntime-web';
import { EngineError } from '../engine/engine-error.ts';
import type { ModelSession } from '../engine/model-session.ts';

/** Names of the graph's one input and one output, as model.json gives them. */
export interface GraphNames {
  readonly file: string;
  readonly input: string;
  readonly output: string;
}

/** What is used of ONNX Runtime's session; the web and the Node package share it. */
export interface OrtSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
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
  return {
    async run({ data, dims }) {
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
    },
    close: () => session.release(),
  };
}

function expectName(file: string, kind: string, name: string, found: readonly string[]): void {
  if (found.includes(name)) return;
  throw new EngineError('model', `${file}: expected an ${kind} named ${name}, found ${found.join(', ')}`);
}
