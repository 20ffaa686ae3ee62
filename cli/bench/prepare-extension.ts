import { join } from 'node:path';
import { copyWithModule } from '../copy-with-module.ts';
import { ROOT } from '../root.ts';

/** Name of the module that is added to the copy. */
export const BENCH_MODULE = 'bench.js';

/** Folder of a copy of the built extension with the bench's module beside it. */
export async function prepareExtension(): Promise<string> {
  const copy = join(ROOT, 'out', 'bench', 'extension');
  const entry = join(ROOT, 'cli', 'bench', 'in-extension.ts');
  await copyWithModule(copy, { entry, fileName: BENCH_MODULE });
  return copy;
}
