import { signal } from '@preact/signals';
import { sayThrown } from '../own-pages/say-fault.ts';
import { translate } from '../own-pages/translate.ts';
import type { LearnedWord, LearnedWordsApi, WordName } from '../shared/learning.ts';
import type { OwnPagesApi } from '../shared/protocol.ts';
import { engineLink } from '../transport/engine-link.ts';

/** Milliseconds; an import of all that can be kept is some 40 MB of JSON. */
const LIMIT = 60_000;

/** Name under which the exported file is offered. */
const FILE_NAME = 'tilewise-learned.json';

/** Undefined until they are known. */
export const learned = signal<readonly LearnedWord[]>();
/** What became of what the person has just asked for. */
export const learnedStatus = signal<Said>();

interface Said {
  readonly text: string;
  readonly isWrong: boolean;
}

const link = engineLink<OwnPagesApi>();

const engine: LearnedWordsApi = {
  learnedWords: () =>
    link.call<readonly LearnedWord[]>((api) => api.learnedWords(), LIMIT, 'Reading what was learned'),
  forget: (word) => link.call((api) => api.forget(word), LIMIT, 'Forgetting'),
  exportLearned: () => link.call((api) => api.exportLearned(), LIMIT, 'Exporting'),
  importLearned: (json) => link.call(async (api) => api.importLearned(json), LIMIT, 'Importing'),
};

/** Does it, tells what came of it and shows the words as they are then. */
async function attempt(work: () => Promise<Said>): Promise<void> {
  try {
    learnedStatus.value = await work();
  } catch (error) {
    learnedStatus.value = { text: sayThrown(error), isWrong: true };
  }
  learned.value = await engine.learnedWords().catch(() => learned.peek());
}

function right(text: string): Said {
  return { text, isWrong: false };
}

export const refreshLearned = (): Promise<void> => attempt(async () => right(''));

export const forgetWord = (word?: WordName): Promise<void> =>
  attempt(async () => right(translate('learnedForgotten', await engine.forget(word))));

export const exportLearned = (): Promise<void> =>
  attempt(async () => {
    const url = URL.createObjectURL(new Blob([await engine.exportLearned()], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href: url, download: FILE_NAME }).click();
    URL.revokeObjectURL(url);
    return right('');
  });

export const importLearned = (file: File): Promise<void> =>
  attempt(async () => {
    const reply = await engine.importLearned(await file.text());
    return reply.kind === 'refused'
      ? { text: translate('learnedRefused', file.name, reply.message), isWrong: true }
      : right(translate('learnedImported', reply.examples));
  });
