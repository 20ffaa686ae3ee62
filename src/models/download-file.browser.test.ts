import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../engine/sha256.ts';
import { downloadFile, type DownloadSettings } from './download-file.ts';
import { listParts } from './download-parts.ts';

const content = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 251);
const URL = 'https://hub.test/image.onnx';

let folder: FileSystemDirectoryHandle;
let expected: { readonly file: string; readonly sha256: string; readonly bytes: number };
beforeEach(async () => {
  const root = await navigator.storage.getDirectory();
  folder = await root.getDirectoryHandle('download-test', { create: true });
  expected = { file: 'image.onnx', sha256: await sha256(content), bytes: content.length };
});
afterEach(async () => {
  await (await navigator.storage.getDirectory()).removeEntry('download-test', { recursive: true });
});

/** A server of `content` whose connections break after so many bytes, one number a connection; then it sends all. */
function server({ cuts = [] as number[], ranges = true, sent = content } = {}) {
  const asked: (string | null)[] = [];
  const get: DownloadSettings['get'] = (_url, init) => {
    const range = new Headers(init.headers).get('Range');
    asked.push(range);
    const start = ranges ? Number(/\d+/.exec(range ?? '0')) : 0;
    const rest = sent.slice(start);
    const cut = cuts.shift();
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(rest.slice(0, cut));
        if (cut === undefined) controller.close();
      },
      pull: (controller) => controller.error(new TypeError('network error')),
    });
    const headers = { 'Content-Range': `bytes ${start}-${sent.length - 1}/${sent.length}` };
    return Promise.resolve(
      start > 0 ? new Response(body, { status: 206, headers }) : new Response(body),
    );
  };
  return { asked, get };
}

function settings(get: DownloadSettings['get']) {
  let arrived = 0;
  const waits: number[] = [];
  const all: DownloadSettings = {
    get,
    signal: new AbortController().signal,
    onBytes: (bytes) => (arrived += bytes),
    wait: (failed) => Promise.resolve(void waits.push(failed)),
  };
  return { all, waits, arrived: () => arrived };
}

async function stored(): Promise<Uint8Array> {
  const file = await (await folder.getFileHandle('image.onnx')).getFile();
  return new Uint8Array(await file.arrayBuffer());
}

test('a file comes whole', async () => {
  const { all, arrived } = settings(server().get);
  await downloadFile(URL, folder, expected, all);
  expect(await stored()).toEqual(content);
  expect(arrived()).toBe(content.length);
});

test('cut off twice, it goes on each time where it was cut', async () => {
  const { get, asked } = server({ cuts: [30_000, 20_000] });
  const { all, arrived } = settings(get);
  await downloadFile(URL, folder, expected, all);
  expect(await stored()).toEqual(content);
  expect(asked).toEqual([null, 'bytes=30000-', 'bytes=50000-']);
  expect(arrived()).toBe(content.length);
});

test('a server that sends only whole files is heard from the beginning', async () => {
  const { get } = server({ cuts: [30_000], ranges: false });
  const { all, arrived } = settings(get);
  await downloadFile(URL, folder, expected, all);
  expect(await stored()).toEqual(content);
  expect(arrived()).toBe(content.length);
});

/** As when the page is closed while it waits. */
const wait = (): Promise<void> => Promise.reject(new DOMException('closed', 'AbortError'));

test('another page goes on with what this one left behind', async () => {
  const first = settings(server({ cuts: [30_000] }).get);
  await expect(downloadFile(URL, folder, expected, { ...first.all, wait })).rejects.toThrow('closed');
  expect((await listParts(folder, expected.sha256)).bytes).toBe(30_000);
  const later = server();
  await downloadFile(URL, folder, expected, settings(later.get).all);
  expect(later.asked).toEqual(['bytes=30000-']);
  expect(await stored()).toEqual(content);
});

test('wrong bytes are told by both hashes and thrown away', async () => {
  const wrong = content.slice();
  wrong[5] = 0;
  const { all } = settings(server({ sent: wrong }).get);
  await expect(downloadFile(URL, folder, expected, all)).rejects.toThrow(
    `expected SHA-256 ${expected.sha256}, found ${await sha256(wrong)}`,
  );
  const left: string[] = [];
  for await (const name of folder.keys()) left.push(name);
  expect(left).toEqual([]);
});

test('a longer file is refused', async () => {
  const longer = new Uint8Array(content.length + 1);
  const { all } = settings(server({ sent: longer }).get);
  await expect(downloadFile(URL, folder, expected, all)).rejects.toThrow('expected 100000 bytes, found more');
});

test.each([
  [404, 1],
  [503, 6],
])('status %i ends it after %i tries', async (status, tries) => {
  let asked = 0;
  const get = () => Promise.resolve(new Response('', { status: (asked++, status) }));
  await expect(downloadFile(URL, folder, expected, settings(get).all)).rejects.toThrow(`found status ${status}`);
  expect(asked).toBe(tries);
});
