/** A GPU that the browser really offers, or why there is none, in words for the person. */
export async function findAdapter(): Promise<{ readonly name: string } | string> {
  if (!('gpu' in navigator)) return 'This browser has no WebGPU';
  // `navigator.gpu` is there on machines without a usable GPU too: only the adapter tells.
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) return 'WebGPU found no graphics adapter';
  const { vendor, architecture, description } = adapter.info;
  return {
    name: [vendor, architecture, description].filter((part) => part !== '').join(' ') || 'an unnamed adapter',
  };
}
