/** Bytes of chance in a name: as many as in a UUID. */
const BYTES = 16;

/** A name that nothing else has. Not crypto.randomUUID: pages that came over plain http lack it. */
export function uniqueId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
