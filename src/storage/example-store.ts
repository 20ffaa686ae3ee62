import { type DBSchema, type IDBPTransaction, openDB } from 'idb';
import type { ExampleShelf, LearnedWord, StoredExample, WordName } from '../shared/learning.ts';

/** Examples kept in all; with the 1,369 features of the embedded model they take 28 MB. */
const EXAMPLE_LIMIT = 5000;
/** Examples kept a word, the latest: as many as a head is fitted to in a few milliseconds. */
const WORD_LIMIT = 64;

interface StoredWord extends WordName {
  readonly usedAt: number;
}

interface Schema extends DBSchema {
  examples: {
    key: [string, string, string];
    value: StoredExample;
    indexes: { word: [string, string]; age: [string, string, number] };
  };
  words: { key: [string, string]; value: StoredWord; indexes: { usedAt: number } };
}

type Change = IDBPTransaction<Schema, ['examples', 'words'], 'readwrite'>;

export interface ExampleStore extends ExampleShelf {
  close(): void;
}

export interface StoreOptions {
  readonly name?: string;
  readonly limit?: number;
  readonly wordLimit?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * The person's examples in IndexedDB of the calling origin. Past the limit, the word that was not asked for longest
 * loses its oldest examples first.
 */
export async function openExampleStore({
  name = 'learning',
  limit = EXAMPLE_LIMIT,
  wordLimit = WORD_LIMIT,
  now = Date.now,
}: StoreOptions = {}): Promise<ExampleStore> {
  const database = await openDB<Schema>(name, 1, {
    upgrade(database) {
      const examples = database.createObjectStore('examples', { keyPath: ['model', 'word', 'key'] });
      examples.createIndex('word', ['model', 'word']);
      examples.createIndex('age', ['model', 'word', 'learnedAt']);
      const words = database.createObjectStore('words', { keyPath: ['model', 'word'] });
      words.createIndex('usedAt', 'usedAt');
    },
  });
  const change = (): Change => database.transaction(['examples', 'words'], 'readwrite');

  async function put(examples: readonly StoredExample[]): Promise<number> {
    const changing = change();
    const before = await changing.objectStore('examples').count();
    const words = new Map<string, WordName>();
    for (const example of examples) {
      await putOne(changing, example);
      words.set(JSON.stringify(nameOf(example)), example);
    }
    for (const word of words.values()) {
      await changing.objectStore('words').put({ model: word.model, word: word.word, usedAt: now() });
      await dropOldest(changing, word, (await countOf(changing, word)) - wordLimit);
    }
    const after = await changing.objectStore('examples').count();
    await makeRoom(changing, after - limit);
    await changing.done;
    return after - before;
  }

  async function remove(word: WordName, keys: readonly string[]): Promise<number> {
    const changing = change();
    const before = await countOf(changing, word);
    for (const key of keys) await changing.objectStore('examples').delete([word.model, word.word, key]);
    const left = await countOf(changing, word);
    if (left === 0) await changing.objectStore('words').delete(nameOf(word));
    await changing.done;
    return before - left;
  }

  async function forget(word?: WordName): Promise<number> {
    const changing = change();
    const count = word ? await countOf(changing, word) : await changing.objectStore('examples').count();
    if (word) {
      await dropOldest(changing, word, count);
    } else {
      await changing.objectStore('examples').clear();
      await changing.objectStore('words').clear();
    }
    await changing.done;
    return count;
  }

  return {
    put,
    remove,
    forget,
    async examplesOf(word) {
      const examples = await database.getAllFromIndex('examples', 'word', nameOf(word));
      return examples.toSorted((a, b) => b.learnedAt - a.learnedAt);
    },
    async touch({ model, word }) {
      const known = await database.get('words', [model, word]);
      if (known) await database.put('words', { model, word, usedAt: now() });
    },
    async words() {
      const words = await database.getAllFromIndex('words', 'usedAt');
      const counted = words.map(async (word): Promise<LearnedWord> => {
        const examples = await database.getAllFromIndex('examples', 'word', nameOf(word));
        const right = examples.filter(({ isRight }) => isRight).length;
        return {
          model: word.model,
          word: word.word,
          usedAt: word.usedAt,
          right,
          wrong: examples.length - right,
        };
      });
      return (await Promise.all(counted)).toReversed();
    },
    all: () => database.getAll('examples'),
    close: () => database.close(),
  };
}

function nameOf({ model, word }: WordName): [string, string] {
  return [model, word];
}

function countOf(changing: Change, word: WordName): Promise<number> {
  return changing.objectStore('examples').index('word').count(nameOf(word));
}

async function putOne(changing: Change, example: StoredExample): Promise<void> {
  const examples = changing.objectStore('examples');
  const before = await examples.get([example.model, example.word, example.key]);
  const isWeaker = before?.source === 'corrected' && example.source === 'confirmed';
  if (!isWeaker) await examples.put(example);
}

/** Takes the word away with its last example. */
async function dropOldest(changing: Change, word: WordName, count: number): Promise<void> {
  if (count <= 0) return;
  const store = changing.objectStore('examples');
  const ofWord = IDBKeyRange.bound([word.model, word.word, 0], [word.model, word.word, Infinity]);
  const oldest = await store.index('age').getAllKeys(ofWord, count);
  for (const key of oldest) await store.delete(key);
  if ((await countOf(changing, word)) === 0) await changing.objectStore('words').delete(nameOf(word));
}

async function makeRoom(changing: Change, excess: number): Promise<void> {
  let left = excess;
  while (left > 0) {
    const longest = await changing.objectStore('words').index('usedAt').openCursor();
    if (!longest) return;
    const count = Math.min(left, await countOf(changing, longest.value));
    // A word without examples would hold the room for ever.
    if (count === 0) await longest.delete();
    await dropOldest(changing, longest.value, count);
    left -= count;
  }
}
