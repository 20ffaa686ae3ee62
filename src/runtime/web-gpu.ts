import type { GpuOutcome } from '../shared/protocol.ts';

/** Why WebGPU does not run a model; `why` in full. */
export interface NoGpu {
  readonly gpu: Exclude<GpuOutcome, 'agreed'>;
  readonly why: string;
}

/** A GPU that the browser really offers, or why there is none. */
export async function findAdapter(): Promise<{ readonly name: string } | NoGpu> {
  if (!('gpu' in navigator)) return { gpu: 'no-webgpu', why: 'This browser has no WebGPU' };
  // `navigator.gpu` is there on machines without a usable GPU too: only the adapter tells.
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) return { gpu: 'no-adapter', why: 'WebGPU found no graphics adapter' };
  const { vendor, architecture, description } = adapter.info;
  return {
    name: [vendor, architecture, description].filter((part) => part !== '').join(' ') || 'an unnamed adapter',
  };
}
