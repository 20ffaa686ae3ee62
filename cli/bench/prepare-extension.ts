import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, defaultClientConditions } from 'vite';
import { EXTENSION, ensureBuilt } from '../build-extension.ts';
import { ROOT } from '../root.ts';

/** Name of the module that is added to the copy. */
export const BENCH_MODULE = 'bench.js';

/** A copy of the built extension with the bench's module beside it; the shipped one stays as it is. */
export async function prepareExtension(): Promise<string> {
  await ensureBuilt();
  const copy = join(ROOT, 'out', 'bench', 'extension');
  await rm(copy, { recursive: true, force: true });
  await cp(EXTENSION, copy, { recursive: true });
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: [...defaultClientConditions, 'onnxruntime-web-use-extern-wasm'] },
    build: {
      outDir: copy,
      emptyOutDir: false,
      target: 'chrome148',
      lib: {
        entry: join(ROOT, 'cli', 'bench', 'in-extension.ts'),
        formats: ['es'],
        fileName: () => BENCH_MODULE,
      },
    },
  });
  return copy;
}
