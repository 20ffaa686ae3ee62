import type { ExampleShelf, LearnedWord, StoredExample, WordName } from '../../shared/learning.ts';

const isOf = (word: WordName) => (other: WordName) => other.model === word.model && other.word === word.word;

/** Examples in memory, without limits; for tests. */
export function memoryShelf(): ExampleShelf {
  let kept: StoredExample[] = [];
  const drop = (isGone: (example: StoredExample) => boolean): number => {
    const before = kept.length;
    kept = kept.filter((example) => !isGone(example));
    return before - kept.length;
  };
  return {
    examplesOf: async (word) => kept.filter(isOf(word)),
    touch: async () => undefined,
    async put(examples) {
      const before = kept.length;
      for (const example of examples) {
        drop((other) => isOf(example)(other) && other.key === example.key);
        kept.push(example);
      }
      return kept.length - before;
    },
    remove: async (word, keys) => drop((example) => isOf(word)(example) && keys.includes(example.key)),
    async words() {
      const names = new Map(kept.map(({ model, word }) => [`${model} ${word}`, { model, word }]));
      return [...names.values()].map((name): LearnedWord => {
        const examples = kept.filter(isOf(name));
        const right = examples.filter(({ isRight }) => isRight).length;
        return { model: name.model, word: name.word, right, wrong: examples.length - right, usedAt: 0 };
      });
    },
    forget: async (word) => drop(word ? isOf(word) : () => true),
    all: async () => kept,
  };
}
