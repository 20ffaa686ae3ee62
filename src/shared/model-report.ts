import type { GpuOutcome } from './protocol.ts';

/** What a graph says of its inputs and outputs; a size that may vary is a name. */
export interface GraphPorts {
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}

export interface Port {
  readonly name: string;
  readonly shape: readonly (number | string)[];
}

/** A graph that lies in a stored model's folder, with the files of weights beside it. */
export interface StoredGraph {
  readonly file: string;
  readonly externalData: readonly string[];
}

/** Milliseconds: opening the image graph, one tile, nine tiles; or why there are none, in full. */
export type BackendTimes =
  | { readonly kind: 'ran'; readonly open: number; readonly one: number; readonly nine: number }
  | { readonly kind: 'not-run'; readonly gpu: GpuOutcome; readonly why: string };

/** The outcome of running a model on pictures and words made for it. */
export type ModelReport =
  | {
      readonly kind: 'passed';
      /** The only batch that the image graph takes: such a model answers a grid in several runs, and slower. */
      readonly fixedBatch?: number;
      /** Milliseconds for one word. */
      readonly text: number;
      readonly wasm: BackendTimes;
      readonly webgpu: BackendTimes;
    }
  /** `message`: what was expected, what was found, where. */
  | { readonly kind: 'failed'; readonly message: string };
