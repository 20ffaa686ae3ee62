import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyWithModule } from '../../cli/copy-with-module.ts';
import { launchExtensionBrowser } from '../../cli/extension-browser.ts';
import { getBrowser } from '../../cli/get-browser.ts';
import { ROOT } from '../../cli/root.ts';
import { preparePython } from '../../cli/test-parts/python-environment.ts';
import type { PictureRecipe } from '../golden/picture.ts';
import type { Asked, Found } from './in-extension.ts';

/** The least cosine between the browser's features and those of Python, computed in 32 bits. */
const BAR = 0.9999;

/** A scale is exported, and a software adapter is seventy times slower than WASM; milliseconds. */
const PATIENCE = 1_200_000;

/** Chromium's adapter that computes on the processor: for correctness, not for speed. It has no 16-bit shaders. */
const SOFTWARE_ADAPTER = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
];

interface Golden {
  readonly images: readonly (PictureRecipe & { readonly vector: readonly number[] })[];
  readonly texts: readonly { readonly text: string; readonly vector: readonly number[] }[];
}

let folder: string;
let golden: Golden;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tilewise-rn50-'));
  await copyWithModule(join(folder, 'extension'), {
    entry: join(ROOT, 'test/scales/in-extension.ts'),
    fileName: 'scales.js',
  });
  const python = preparePython();
  const tilewise = (...args: string[]) => execFileSync(python, args, { cwd: folder, stdio: 'inherit' });
  tilewise('-m', 'tilewise.export.measure_scales', '--folder', folder, '--scales', 'RN50', '--keep');
  tilewise('-m', 'tilewise', 'golden', folder, '--only', 'features', '--model', join(folder, 'RN50'));
  golden = JSON.parse(readFileSync(join(folder, 'features.json'), 'utf8'));
  cpSync(join(folder, 'RN50'), join(folder, 'extension/models/rn50'), { recursive: true });
}, PATIENCE);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In a page of the extension, on the paths that the engine's own document goes. Texts are all that Python read. */
async function compute(batches: readonly Golden['images'][], args: readonly string[] = []): Promise<Found> {
  const extension = join(folder, 'extension');
  const browser = await launchExtensionBrowser({
    executablePath: getBrowser(),
    extension,
    headless: true,
    args,
  });
  try {
    const base = `chrome-extension://${browser.extensionId}/`;
    const texts = golden.texts.map(({ text }) => text);
    const asked: Asked = { modelUrl: `${base}models/rn50/`, wasmUrl: `${base}ort/`, batches, texts };
    // As text: Vitest rewrites the imports of functions.
    const found: Found = await browser.control.evaluate(
      `import('${base}scales.js').then((scales) => scales.featuresOf(${JSON.stringify(asked)}))`,
    );
    return found;
  } finally {
    await browser.close();
  }
}

/** Prints how near all features come and holds them to the bar. */
function holdToBar(name: string, batches: readonly Golden['images'][], found: Found): void {
  const images = leastCosine(found.images, batches.flat());
  const texts = leastCosine(found.texts, golden.texts);
  console.log(`${name}: least cosine of pictures ${images.toFixed(8)}, of texts ${texts.toFixed(8)}`);
  expect(Math.min(images, texts)).toBeGreaterThanOrEqual(BAR);
}

function leastCosine(
  found: readonly (readonly number[])[],
  expected: readonly { readonly vector: readonly number[] }[],
): number {
  expect(found.length).toBe(expected.length);
  return Math.min(...found.map((vector, index) => dot(vector, expected[index]!.vector)));
}

/** The cosine, as all vectors are of length 1. */
function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}

test(
  'RN50 on WebGPU computes what Python does',
  async () => {
    const batches = [golden.images.slice(0, 1), golden.images.slice(1)];
    const found = await compute(batches, SOFTWARE_ADAPTER);
    expect(found.status).toMatchObject({ backend: 'webgpu' });
    holdToBar(found.status.why, batches, found);
  },
  PATIENCE,
);

/** Makes model.json name the files that store and calculate in 16 bits. */
function useHalves(): void {
  const model = join(folder, 'extension/models/rn50');
  const config = JSON.parse(readFileSync(join(model, 'model.json'), 'utf8'));
  const facts = (file: string) => {
    const bytes = readFileSync(join(model, file));
    return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  for (const part of ['image', 'text'] as const) {
    const file = config[part].file.replace('fp32', 'fp16');
    Object.assign(config[part], facts(file), { externalData: [facts(`${file}.extra_file`)] });
  }
  writeFileSync(join(model, 'model.json'), JSON.stringify(config));
}

test(
  'RN50 on WASM computes what Python does, nine at once and one alone, in 32 bits and in 16',
  async () => {
    const nine = Array.from({ length: 9 }, (_, index) => golden.images[index % golden.images.length]!);
    const batches = [nine, ...golden.images.map((picture) => [picture])];
    const full = await compute(batches);
    expect(full.status).toMatchObject({ backend: 'wasm' });
    holdToBar('WASM, fp32', batches, full);
    useHalves();
    holdToBar('WASM, fp16', batches, await compute(batches));
  },
  PATIENCE,
);
