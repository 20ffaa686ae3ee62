import { expect, test, vi } from 'vitest';
import { sayGpu } from './say-gpu.ts';

vi.mock('./translate.ts', () => ({ translate: (...said: unknown[]) => said.join(' ') }));

test('each outcome has a text of its own, with the reason in full for those that need one', () => {
  expect(sayGpu('no-adapter', 'WebGPU found no graphics adapter')).toContain('gpuNoAdapter');
  expect(sayGpu('disagreed', 'cosine 0.93')).toBe('gpuDisagreed cosine 0.93');
});

test('without an outcome the reason stands for itself', () => {
  expect(sayGpu(undefined, 'Node runs on the CPU')).toBe('Node runs on the CPU');
});
