import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FolderServer, serveFolder } from './serve-folder.ts';

let folder: string;
let server: FolderServer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilewise-serve-'));
  await mkdir(join(folder, 'pages'));
  await writeFile(join(folder, 'secret.txt'), 'outside');
  await writeFile(join(folder, 'pages', 'index.html'), '<p>题</p>');
  await writeFile(join(folder, 'pages', '图 1.jpg'), 'jpeg');
  server = await serveFolder(join(folder, 'pages'));
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** The status that a path gets, sent as it is: fetch would tidy up `..` before sending. */
function statusOf(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((done, fail) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on('error', fail)
      .end();
  });
}

test('listens on the loopback address only', () => {
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('serves a page as UTF-8 HTML, also as the index of its folder and with a query', async () => {
  for (const path of ['/', '/index.html', '/index.html?seed=3']) {
    const response = await fetch(server.origin + path);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('<p>题</p>');
  }
});

test('serves file names with spaces and Chinese', async () => {
  const response = await fetch(`${server.origin}/${encodeURIComponent('图 1.jpg')}`);
  expect(response.headers.get('content-type')).toBe('image/jpeg');
  expect(await response.text()).toBe('jpeg');
});

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/..%5csecret.txt'])(
  'does not leave its folder for %s',
  async (path) => {
    expect(await statusOf(path)).toBe(404);
  },
);

test.each(['/none.html', '/%E0%A4%A', '/%00'])('answers 404 to %s', async (path) => {
  expect(await statusOf(path)).toBe(404);
});
