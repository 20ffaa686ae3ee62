import { cp, rm } from 'node:fs/promises';
import { build, defaultClientConditions } from 'vite';
import { EXTENSION, ensureBuilt } from './build-extension.ts';
import { ROOT } from './root.ts';

/** A module to run in the extension's own pages, which is no part of what is shipped. */
export interface AddedModule {
  /** Path of its source. */
  readonly entry: string;
  /** Name that it has at the top of the copy. */
  readonly fileName: string;
}

/** Copies the built extension to `folder`, with a module added; the shipped one stays as it is. */
export async function copyWithModule(folder: string, { entry, fileName }: AddedModule): Promise<void> {
  await ensureBuilt();
  await rm(folder, { recursive: true, force: true });
  await cp(EXTENSION, folder, { recursive: true });
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: [...defaultClientConditions, 'onnxruntime-web-use-extern-wasm'] },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome148',
      lib: { entry, formats: ['es'], fileName: () => fileName },
    },
  });
}
