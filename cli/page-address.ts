import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from './usage-error.ts';

/** A page of this machine: one that a loopback server serves already, or a file that has to be served first. */
export type LocalPage =
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'file'; readonly folder: string; readonly path: string };

const EXPECTED = 'Expected a local HTML file or a loopback address such as http://localhost:8080/page.html';

/**
 * Understands what names a page of this machine; refuses everything else, because pages of other people are opened by
 * the person in their own browser and not by a command.
 *
 * @param folder what a relative path starts from
 */
export function parsePageAddress(text: string, folder: string): LocalPage {
  if (/^https?:\/\//i.test(text)) return parseLoopback(text);
  if (/^file:\/\//i.test(text)) return parseFile(fileURLToPath(new URL(text)), new URL(text).search);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) throw new UsageError(`${EXPECTED}, found ${text}`);
  const [path, query] = splitQuery(text, folder);
  return parseFile(resolve(folder, path), query);
}

function parseFile(file: string, query: string): LocalPage {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) throw new UsageError(`${EXPECTED}, found no file ${file}`);
  if (!/\.(html?|xhtml|svg)$/i.test(file)) throw new UsageError(`${EXPECTED}, found ${file}`);
  const folder = folderToServe(file);
  const path = relative(folder, file).split(sep).map(encodeURIComponent).join('/');
  return { kind: 'file', folder, path: `/${path}${query}` };
}

function parseLoopback(text: string): LocalPage {
  if (!URL.canParse(text)) throw new UsageError(`${EXPECTED}, found ${text}`);
  const url = new URL(text);
  if (!isLoopback(url.hostname)) {
    throw new UsageError(
      `${EXPECTED}, found ${url.host}: Tilewise opens no page of other machines by itself`,
    );
  }
  return { kind: 'address', url: url.href };
}

/** `localhost`, names under it, 127.0.0.0/8 and ::1, as browsers count them. The URL parser has tidied the rest. */
function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

/**
 * The page's folder, or one above it as far as the page names files by `../`; never the whole home folder or disk,
 * since all that is served can be read by the page.
 */
function folderToServe(file: string): string {
  const climbs = readFileSync(file, 'utf8').match(/["'(=\s](?:\.\.\/)+/g) ?? [];
  let above = Math.max(0, ...climbs.map((climb) => climb.split('../').length - 1));
  let folder = dirname(file);
  for (; above > 0 && !isTooWide(dirname(folder)); above--) folder = dirname(folder);
  return folder;
}

function isTooWide(folder: string): boolean {
  return folder === homedir() || folder === dirname(folder);
}

/** A `?seed=2` behind a file name, unless there is a file whose name holds the question mark. */
function splitQuery(text: string, folder: string): [string, string] {
  const mark = text.indexOf('?');
  if (mark < 0 || statSync(resolve(folder, text), { throwIfNoEntry: false }) !== undefined) return [text, ''];
  return [text.slice(0, mark), text.slice(mark)];
}
