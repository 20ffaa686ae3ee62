import type { GpuOutcome } from '../shared/protocol.ts';
import { translate, type MessageKey } from './translate.ts';

/** Texts whose one value, where they have any, is the reason in full. */
const sentences = {
  'no-webgpu': 'gpuNone',
  'no-adapter': 'gpuNoAdapter',
  agreed: 'gpuAgreed',
  disagreed: 'gpuDisagreed',
  failed: 'gpuFailed',
} as const satisfies Record<GpuOutcome, MessageKey>;

/** What the person is told of why WebGPU is used, or not; `why` is that in full. */
export function sayGpu(gpu: GpuOutcome | undefined, why: string): string {
  return gpu === undefined ? why : translate(sentences[gpu], why);
}
