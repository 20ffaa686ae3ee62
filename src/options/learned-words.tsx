import type { TargetedEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import { translate } from '../own-pages/translate.ts';
import type { LearnedWord } from '../shared/learning.ts';
import {
  exportLearned,
  forgetWord,
  importLearned,
  learned,
  learnedStatus,
  refreshLearned,
} from './learned-actions.ts';

/** The words that the person has taught, each to be forgotten, all to be taken elsewhere. */
export function LearnedWords() {
  useEffect(() => {
    void refreshLearned();
  }, []);
  const words = learned.value ?? [];
  return (
    <section aria-labelledby="learned">
      <h2 id="learned">{translate('learnedHeading')}</h2>
      <p class="hint">{translate('learnedHint')}</p>
      {words.length === 0 && <p>{translate('learnedNone')}</p>}
      <ul class="cards">
        {words.map((word) => (
          <Word key={`${word.model} ${word.word}`} word={word} />
        ))}
      </ul>
      <div class="row start">
        <button type="button" disabled={words.length === 0} onClick={() => void exportLearned()}>
          {translate('learnedExport')}
        </button>
        <label>
          {translate('learnedImport')}{' '}
          <input type="file" accept=".json,application/json" onChange={onChoose} />
        </label>
        <button type="button" disabled={words.length === 0} onClick={onForgetAll}>
          {translate('learnedForgetAll')}
        </button>
      </div>
      <p class={`status ${learnedStatus.value?.isWrong ? 'wrong' : ''}`} role="status">
        {learnedStatus.value?.text}
      </p>
    </section>
  );
}

function Word({ word }: { readonly word: LearnedWord }) {
  return (
    <li class="row">
      <div>
        <strong>{word.word}</strong>
        <p class="hint">{translate('learnedCounts', word.right, word.wrong, word.model)}</p>
      </div>
      <button
        type="button"
        aria-label={translate('learnedForgetWord', word.word)}
        onClick={() => void forgetWord({ model: word.model, word: word.word })}
      >
        {translate('learnedForget')}
      </button>
    </li>
  );
}

function onChoose({ currentTarget }: TargetedEvent<HTMLInputElement>): void {
  const file = currentTarget.files?.[0];
  // The same file can be chosen again.
  if (file) void importLearned(file).finally(() => (currentTarget.value = ''));
}

function onForgetAll(): void {
  if (confirm(translate('learnedForgetAllSure'))) void forgetWord();
}
