import { signal } from '@preact/signals';
import type { Stored } from '../models/model-store.ts';
import type { EngineStatus } from '../shared/protocol.ts';
import type { ModelReport } from '../shared/model-report.ts';

/** What is being done with models; one thing at a time. */
export type Work =
  | { readonly kind: 'none' }
  /** Bytes; `total` is 0 until it is known. `stop` where it can be stopped. */
  | { readonly kind: 'adding'; readonly done: number; readonly total: number; readonly stop: () => void }
  /** `id` undefined: the built-in model. */
  | { readonly kind: 'testing' | 'opening'; readonly id: string | undefined };

/** One sentence about what the person has just done. */
export interface Said {
  readonly tone: 'right' | 'wrong';
  readonly text: string;
}

export const stored = signal<Stored>({ models: [], unfinished: [] });
/** Undefined: the built-in model. */
export const activeId = signal<string | undefined>(undefined);
export const work = signal<Work>({ kind: 'none' });
export const said = signal<Said | undefined>(undefined);
/** By model id; the built-in one under ''. */
export const reports = signal<ReadonlyMap<string, ModelReport>>(new Map());
export const engineStatus = signal<EngineStatus | undefined>(undefined);
/** Bytes. */
export const room = signal<{ readonly used: number; readonly quota: number }>({ used: 0, quota: 0 });
