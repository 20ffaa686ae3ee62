import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-common';
import { EngineError } from '../engine/engine-error.ts';
import type { ModelSession } from '../engine/model-session.ts';

/** Names of the graph's one input and one output, as model.json gives them. */
export interface GraphNames {
  readonly file: string;
  readonly input: string;
  readonly output: string;
}

type TensorFactory = new (
  type: 'float32' | 'int64',
  data: Float32Array | BigInt64Array,
  dims: readonly number[],
) => OrtTensor;

/** The engine's view of an ONNX Runtime session; the same for the web and the Node package. */
export function wrapSession(
  session: InferenceSession,
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
