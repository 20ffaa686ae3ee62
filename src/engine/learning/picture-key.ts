/** FNV-1a's offset and prime, 32 bits (RFC 9923). */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Tells pictures apart by their features: the same picture gives the same key on the same machine. Not a secret and
 * not safe against forgery; two pictures of one word meet by chance once in 2^64.
 */
export function pictureKey(vector: Float32Array): string {
  const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
  let [forward, backward] = [OFFSET, OFFSET];
  for (let index = 0; index < bytes.length; index++) {
    forward = Math.imul(forward ^ (bytes[index] ?? 0), PRIME);
    backward = Math.imul(backward ^ (bytes[bytes.length - 1 - index] ?? 0), PRIME);
  }
  return [forward, backward].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
