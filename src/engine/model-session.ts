/** Row-major numbers with their shape. */
export interface Tensor<Data extends Float32Array | BigInt64Array = Float32Array> {
  readonly data: Data;
  readonly dims: readonly number[];
}

/**
 * One ONNX graph with one input and one output: all that a runtime implements. The input's first dimension is the
 * batch and may differ from run to run; the output is `[batch, embeddingDimension]`.
 */
export interface ModelSession {
  /** Rejects with what the runtime says. The input may be overwritten once the promise settles. */
  run(input: Tensor<Float32Array | BigInt64Array>): Promise<Tensor>;
  close(): Promise<void>;
}
