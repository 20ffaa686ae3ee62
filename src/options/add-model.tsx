import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { readHubAddress } from '../models/hub-address.ts';
import { translate } from '../own-pages/translate.ts';
import { megabytes } from './megabytes.ts';
import { addFiles, addHub } from './model-actions.ts';
import { said, work } from './model-state.ts';

const address = signal('');
const mirror = signal('');

export function AddModel() {
  const input = useRef<HTMLInputElement>(null);
  const isBusy = work.value.kind !== 'none';
  return (
    <div
      class="card"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void addFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <h3>{translate('modelAddHeading')}</h3>
      <p class="hint" id="model-files-hint">
        {translate('modelFilesHint')}
      </p>
      <div>
        <button
          type="button"
          disabled={isBusy}
          aria-describedby="model-files-hint"
          onClick={() => input.current?.click()}
        >
          {translate('modelChooseFiles')}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          onChange={(event) => {
            void addFiles([...(event.currentTarget.files ?? [])]);
            // The same files may be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </div>
      <HubForm isBusy={isBusy} />
      <Progress />
    </div>
  );
}

function HubForm({ isBusy }: { readonly isBusy: boolean }) {
  return (
    <form
      class="cards"
      onSubmit={(event) => {
        event.preventDefault();
        const found = readHubAddress(address.value, mirror.value);
        if (found) void addHub(found);
        else said.value = { tone: 'wrong', text: translate('modelNoAddress', address.value) };
      }}
    >
      <label>
        {translate('modelAddress')}
        <input
          type="url"
          required
          placeholder="https://huggingface.co/…"
          value={address.value}
          onInput={(event) => (address.value = event.currentTarget.value)}
        />
      </label>
      <label>
        {translate('modelMirror')}
        <input
          type="url"
          placeholder="https://hf-mirror.com"
          value={mirror.value}
          onInput={(event) => (mirror.value = event.currentTarget.value)}
        />
      </label>
      <div>
        <button type="submit" disabled={isBusy}>
          {translate('modelDownload')}
        </button>
      </div>
    </form>
  );
}

function Progress() {
  const now = work.value;
  if (now.kind !== 'adding') return null;
  const { done, total, stop } = now;
  // All bytes are there: what follows is the proof, whose length nobody knows.
  const isProving = total > 0 && done >= total;
  return (
    <div class="row">
      <label>
        {isProving
          ? translate('modelProving')
          : translate('modelProgress', megabytes(done), megabytes(total))}
        {isProving || total === 0 ? <progress /> : <progress max={total} value={done} />}
      </label>
      {!isProving && (
        <button type="button" onClick={stop}>
          {translate('modelStop')}
        </button>
      )}
    </div>
  );
}
