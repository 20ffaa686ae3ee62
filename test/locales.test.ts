import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/root.ts';

interface Entry {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example?: string }>>;
}
type Locale = Readonly<Record<string, Entry>>;

const folder = join(ROOT, 'public/_locales');
const read = (name: string): Locale => JSON.parse(readFileSync(join(folder, name, 'messages.json'), 'utf8'));
const english = read('en');
const others = readdirSync(folder).filter((name) => name !== 'en');

/** Chrome refuses a longer one in the store. */
const DESCRIPTION_LIMIT = 132;

const usedPlaceholders = ({ message }: Entry) =>
  [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name!.toLowerCase()).toSorted();

const placeholders = (locale: Locale) =>
  Object.fromEntries(
    Object.entries(locale)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, usedPlaceholders(entry)]),
  );

test.each(others)('%s says all that English says, with the same values in it', (name) => {
  expect(placeholders(read(name))).toEqual(placeholders(english));
});

test.each(['en', ...others])('%s explains every text to translators, and every value in it', (name) => {
  const unexplained = Object.entries(read(name)).filter(([, entry]) => {
    const declared = Object.entries(entry.placeholders ?? {});
    const names = declared.map(([value]) => value).toSorted();
    const complete = declared.every(([, { content, example }]) => /^\$\d$/.test(content) && example);
    const matching = names.join() === usedPlaceholders(entry).join();
    return entry.message.trim() === '' || !entry.description || !complete || !matching;
  });
  expect(unexplained).toEqual([]);
});

test.each(['en', ...others])('the description of %s fits the store', (name) => {
  expect(read(name)['extensionDescription']?.message.length).toBeLessThanOrEqual(DESCRIPTION_LIMIT);
});

test('every text is used somewhere, and every text of the manifest is there', () => {
  const manifest = readFileSync(join(ROOT, 'manifest.json'), 'utf8');
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'))
    .join('\n');
  const used = (key: string) => sources.includes(`'${key}'`) || manifest.includes(`__MSG_${key}__`);
  expect(Object.keys(english).filter((key) => !used(key))).toEqual([]);
  const named = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key!);
  expect(named.filter((key) => !(key in english))).toEqual([]);
});
