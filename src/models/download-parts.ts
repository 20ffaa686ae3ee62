/**
 * What has arrived of a file, in pieces that are each whole: the browser writes a file only when it is closed, so one
 * large file would be lost with the page. Named by the hash of the whole, so that pieces of another version never mix.
 */
export interface Parts {
  /** Bytes that are there. */
  readonly bytes: number;
  readonly files: readonly File[];
  readonly names: readonly string[];
}

const DIGITS = 6;

export function partName(sha256: string, index: number): string {
  return `${sha256}.part-${String(index).padStart(DIGITS, '0')}`;
}

export async function listParts(folder: FileSystemDirectoryHandle, sha256: string): Promise<Parts> {
  const names: string[] = [];
  for await (const name of folder.keys()) if (name.startsWith(`${sha256}.part-`)) names.push(name);
  names.sort();
  const files: File[] = [];
  for (const name of names) files.push(await (await folder.getFileHandle(name)).getFile());
  return { bytes: files.reduce((sum, { size }) => sum + size, 0), files, names };
}

export async function removeParts(folder: FileSystemDirectoryHandle, sha256: string): Promise<void> {
  const { names } = await listParts(folder, sha256);
  for (const name of names) await folder.removeEntry(name);
}
