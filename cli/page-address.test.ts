import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePageAddress } from './page-address.ts';
import { UsageError } from './usage-error.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tilewise-page-'));
  for (const file of ['page.html', '题 1.html', 'notes.txt']) writeFileSync(join(folder, file), '');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('a file', () => {
  test('is served from its folder', () => {
    expect(parsePageAddress('page.html', folder)).toEqual({ kind: 'file', folder, path: '/page.html' });
  });

  test('may have Chinese and spaces in its name, and a query behind it', () => {
    const path = `/${encodeURIComponent('题 1.html')}?seed=2`;
    expect(parsePageAddress(join(folder, '题 1.html?seed=2'), '/')).toEqual({ kind: 'file', folder, path });
  });

  test('may be named by its file address', () => {
    const address = pathToFileURL(join(folder, 'page.html')).href;
    expect(parsePageAddress(address, '/')).toEqual({ kind: 'file', folder, path: '/page.html' });
  });

  test('that names pictures beside its folder is served with them', () => {
    const pages = join(folder, 'pages');
    mkdirSync(pages);
    writeFileSync(join(pages, 'up.html'), '<img src="../photos/1.jpg"> <img src=../photos/2.jpg>');
    expect(parsePageAddress('pages/up.html', folder)).toEqual({
      kind: 'file',
      folder,
      path: '/pages/up.html',
    });
  });

  test('is never served with the whole disk', () => {
    const deep = join(folder, 'deep.html');
    writeFileSync(deep, `<img src="${'../'.repeat(40)}etc/1.jpg">`);
    const page = parsePageAddress(deep, '/');
    expect(page.kind === 'file' && dirname(page.folder) !== page.folder).toBe(true);
  });

  test.each(['missing.html', 'notes.txt', '.'])('is refused when it is %s', (name) => {
    expect(() => parsePageAddress(name, folder)).toThrow(UsageError);
  });
});

describe('an address', () => {
  test.each([
    'http://localhost:8080/page.html?seed=2',
    'http://127.0.0.1:3000/',
    'https://[::1]:8443/',
    'http://demo.localhost/a#b',
    'HTTP://LOCALHOST/',
  ])('of this machine is taken: %s', (url) => {
    expect(parsePageAddress(url, folder)).toEqual({ kind: 'address', url: new URL(url).href });
  });

  test.each([
    'https://example.com/',
    'http://localhost.example.com/',
    'http://127.0.0.1.example.com/',
    'http://localhost@example.com/',
    'http://192.168.1.4/',
    'http://0.0.0.0/',
    'file:///etc/passwd',
    'chrome://settings/',
    'ftp://localhost/page.html',
    'http://',
  ])('of anything else is refused: %s', (url) => {
    expect(() => parsePageAddress(url, folder)).toThrow(UsageError);
  });

  test('the refusal says what was expected and what was found', () => {
    expect(() => parsePageAddress('https://example.com/', folder)).toThrow(
      /Expected a local HTML file or a loopback address.*found example\.com/,
    );
  });
});
