import type {
  ExampleShelf,
  LearnedWordsApi,
  LearningApi,
  LearnReply,
  LearnRequest,
  StoredExample,
  WordName,
} from '../../shared/learning.ts';
import { memoizeAsync } from '../../shared/memoize-async.ts';
import type { SolveRequest } from '../../shared/protocol.ts';
import { isUnit, type UnitVector } from '../unit-vector.ts';
import type { ModelConfig } from '../model-config.ts';
import type { Word } from '../word.ts';
import type { Example } from './example.ts';
import { readExport, writeExport } from './export-file.ts';
import { createGridMemory } from './grid-memory.ts';
import { findLearnFault } from './learn-request.ts';
import { learnedWord } from './learned-word.ts';
import { pictureKey } from './picture-key.ts';
import { wordAskedFor, wordKey } from './word-asked-for.ts';

/** Words whose heads are kept ready: a head takes a few vectors. */
const MOST_WORDS = 64;

/** What of a model tells whose features an example holds. */
export type LearnedModel = Pick<ModelConfig, 'name' | 'version' | 'embeddingDimension'>;

/** The part of learning that solves. */
export interface Learner {
  /** The word as the person has taught it to this model. */
  wordAs(model: LearnedModel, word: Word): Promise<Word>;
  /** Keeps the features of a scored grid for being taught. `vectors`: of the tiles that came as pixels, in order. */
  remember(model: LearnedModel, request: SolveRequest, vectors: readonly UnitVector[]): void;
}

export interface LearningRoom extends Learner, LearningApi, LearnedWordsApi {}

export interface RoomOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Everything about what the person teaches, whatever it is kept on. */
export function createLearningRoom(
  openShelf: () => Promise<ExampleShelf>,
  { now }: RoomOptions,
): LearningRoom {
  const grids = createGridMemory();
  const shelf = memoizeAsync(openShelf, 1);
  const open = (): Promise<ExampleShelf> => shelf('');
  /** By model and word; what was learned in between starts it anew. */
  let heads = new Map<string, Promise<Word>>();

  async function changed<Result>(work: (shelf: ExampleShelf) => Promise<Result>): Promise<Result> {
    try {
      return await work(await open());
    } finally {
      heads = new Map();
    }
  }

  async function taught(word: Word, name: WordName, dimension: number): Promise<Word> {
    const stored = await (await open()).examplesOf(name);
    const examples = stored.flatMap((example) => readable(example, dimension));
    // For the list of words: this one is in use.
    if (examples.length > 0) await (await open()).touch(name);
    return learnedWord(word, examples);
  }

  async function learn(request: LearnRequest): Promise<LearnReply> {
    const fault = findLearnFault(request);
    if (fault !== undefined) return { kind: 'refused', reason: 'bad-input', message: fault };
    const { gridId, tiles } = request;
    const grid = grids.find(gridId);
    if (!grid) {
      return {
        kind: 'refused',
        reason: 'forgotten',
        message: `expected a grid scored lately, found none named ${gridId}`,
      };
    }
    const { model, word, vectors } = grid;
    if (word === undefined) {
      return {
        kind: 'refused',
        reason: 'not-one-thing',
        message: 'expected a question that asks for one thing',
      };
    }
    const examples: StoredExample[] = [];
    for (const { slot, isRight, source } of tiles) {
      const vector = vectors[slot];
      if (!vector) continue;
      const key = pictureKey(vector);
      examples.push({
        model,
        word,
        key,
        isRight,
        source,
        vector: Float32Array.from(vector),
        learnedAt: now(),
      });
    }
    await changed((shelf) => shelf.put(examples));
    return { kind: 'learned', word, examples: examples.length };
  }

  return {
    learn,
    async wordAs(model, word) {
      const name = { model: nameOf(model), word: wordKey(word.text) };
      const key = JSON.stringify(name);
      const learned = heads.get(key) ?? taught(word, name, model.embeddingDimension);
      heads.delete(key);
      heads.set(key, learned);
      const [oldest] = heads.keys();
      if (heads.size > MOST_WORDS && oldest !== undefined) heads.delete(oldest);
      try {
        return await learned;
      } catch {
        // A browser that keeps nothing (a private window of some) still answers as the model does.
        heads.delete(key);
        return word;
      }
    },
    remember(model, request, vectors) {
      const next = vectors.values();
      grids.remember(request.gridId, {
        model: nameOf(model),
        word: wordAskedFor(request),
        vectors: request.tiles.map(({ kind }) => (kind === 'pixels' ? next.next().value : undefined)),
      });
    },
    async undo(gridId, slots) {
      const grid = grids.find(gridId);
      if (grid?.word === undefined) return 0;
      const { model, word, vectors } = grid;
      const keys = slots.flatMap((slot) => {
        const vector = vectors[slot];
        return vector ? [pictureKey(vector)] : [];
      });
      return changed((shelf) => shelf.remove({ model, word }, keys));
    },
    learnedWords: async () => (await open()).words(),
    forget: (word) => changed((shelf) => shelf.forget(word)),
    exportLearned: async () => writeExport(await (await open()).all()),
    async importLearned(json) {
      const examples = readExport(json);
      if (typeof examples === 'string') return { kind: 'refused', message: examples };
      const count = await changed((shelf) => shelf.put(examples));
      return { kind: 'imported', examples: count, skipped: examples.length - count };
    },
  };
}

function nameOf({ name, version }: LearnedModel): string {
  return `${name} ${version}`;
}

/** What is stored may come from a file that somebody wrote. */
function readable({ vector, isRight, source }: StoredExample, dimension: number): Example[] {
  const isOurs = vector.length === dimension && isUnit(vector);
  return isOurs ? [{ vector, isRight, isCorrected: source === 'corrected' }] : [];
}
