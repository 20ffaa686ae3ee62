import { copyFile } from './copy-file.ts';
import type { FileFacts } from './describe-official.ts';
import { listParts, partName, removeParts } from './download-parts.ts';
import { HubError, PassingError, requestFrom, type Get } from './hub-request.ts';

export interface DownloadSettings {
  readonly get: Get;
  readonly signal: AbortSignal;
  /** Called with bytes that are there, those of an earlier start among them; negative where they were thrown away. */
  readonly onBytes: (bytes: number) => void;
  /** Waits before another try; `failed` tries in a row have brought no byte. */
  readonly wait: (failed: number, signal: AbortSignal) => Promise<void>;
}

/** Bytes after which what came is made safe. */
const PART_BYTES = 16 * 2 ** 20;

/** Tries in a row that bring no byte end it. */
const MOST_TRIES = 6;

/**
 * Downloads a file into the folder, going on where it was cut, and checks its hash. Rejects with a HubError, or with
 * the signal's reason; what has arrived stays, unless it is wrong.
 */
export async function downloadFile(
  url: string,
  folder: FileSystemDirectoryHandle,
  expected: FileFacts,
  settings: DownloadSettings,
): Promise<void> {
  const { bytes: there } = await listParts(folder, expected.sha256);
  settings.onBytes(there);
  let failed = 0;
  for (;;) {
    const { bytes: before } = await listParts(folder, expected.sha256);
    if (before >= expected.bytes) break;
    try {
      await fetchRest(url, folder, expected, before, settings);
    } catch (error) {
      if (!(error instanceof PassingError)) throw error;
      const { bytes: after } = await listParts(folder, expected.sha256);
      failed = after > before ? 1 : failed + 1;
      if (failed >= MOST_TRIES) throw error;
      await settings.wait(failed, settings.signal);
    }
  }
  await assemble(url, folder, expected, settings.signal);
}

async function fetchRest(
  url: string,
  folder: FileSystemDirectoryHandle,
  expected: FileFacts,
  before: number,
  { get, signal, onBytes }: DownloadSettings,
): Promise<void> {
  const answer = await requestFrom(url, before, get, signal);
  if (answer.start !== before) {
    // The server does not send parts: from the beginning then.
    await removeParts(folder, expected.sha256);
    onBytes(-before);
  }
  let total = answer.start;
  let { length: index } = (await listParts(folder, expected.sha256)).names;
  const reader = answer.body.getReader();
  for (let isOver = false; !isOver;) {
    const handle = await folder.getFileHandle(partName(expected.sha256, index++), { create: true });
    const part = await handle.createWritable();
    try {
      for (let written = 0; written < PART_BYTES && !isOver;) {
        const { done, value } = await readPiece(reader, signal);
        isOver = done;
        if (value === undefined) continue;
        await part.write(value);
        written += value.length;
        total += value.length;
        onBytes(value.length);
      }
    } finally {
      await part.close();
    }
    if (total > expected.bytes) {
      await removeParts(folder, expected.sha256);
      throw new HubError(`${url}: expected ${expected.bytes} bytes, found more`);
    }
  }
  if (total < expected.bytes) {
    throw new PassingError(`${url}: expected ${expected.bytes} bytes, found an end after ${total}`);
  }
}

async function readPiece(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>, signal: AbortSignal) {
  try {
    return await reader.read();
  } catch (error) {
    signal.throwIfAborted();
    throw new PassingError(`expected the rest of the file, found ${String(error)}`, { cause: error });
  }
}

/** Wrong bytes are thrown away: nobody shall go on from them. */
async function assemble(
  url: string,
  folder: FileSystemDirectoryHandle,
  expected: FileFacts,
  signal: AbortSignal,
): Promise<void> {
  const { files } = await listParts(folder, expected.sha256);
  const whole = new Blob([...files]).stream();
  const found = await copyFile(folder, expected.file, whole, { signal, onBytes: () => undefined });
  await removeParts(folder, expected.sha256);
  if (found.sha256 === expected.sha256) return;
  await folder.removeEntry(expected.file);
  throw new HubError(`${url}: expected SHA-256 ${expected.sha256}, found ${found.sha256}`);
}
