import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export interface CopiedFile {
  readonly sha256: string;
  readonly bytes: number;
}

export interface CopySettings {
  readonly signal: AbortSignal;
  /** Called with the bytes of each piece. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Writes a stream to a file of the folder and hashes it on the way: Web Cryptography hashes only what is in memory as a
 * whole, and models are large. The file appears, or replaces the one before, once all of it is there.
 */
export async function copyFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  source: ReadableStream<Uint8Array<ArrayBuffer>>,
  { signal, onBytes }: CopySettings,
): Promise<CopiedFile> {
  const hash = sha256.create();
  let bytes = 0;
  const target = await (await folder.getFileHandle(name, { create: true })).createWritable();
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      hash.update(piece);
      bytes += piece.length;
      onBytes(piece.length);
      controller.enqueue(piece);
    },
  });
  await source.pipeThrough(counted, { signal }).pipeTo(target, { signal });
  return { sha256: bytesToHex(hash.digest()), bytes };
}
