import { translate } from '../own-pages/translate.ts';
import { ClickButton } from './click-button.tsx';
import { PictureView } from './picture-view.tsx';
import { sayFailure, sayOutcome } from './say-outcome.ts';
import { phase, picture } from './state.ts';
import { TakePicture } from './take-picture.tsx';
import { TileList } from './tile-list.tsx';

export function App() {
  const now = phase.value;
  const verdict = now.kind === 'done' ? now.verdict : undefined;
  const shown = verdict?.kind === 'answer' ? verdict : undefined;
  const bitmap = picture.value;
  return (
    <main>
      <h1>{translate('screenshotTitle')}</h1>
      <TakePicture />
      {shown && (
        <div class="asked">
          <h2 class="question">{shown.question}</h2>
          <p>{translate('understoodAs', shown.text)}</p>
        </div>
      )}
      <p
        class={verdict?.kind === 'failure' || now.kind === 'refused' ? 'status wrong' : 'status'}
        role="status"
      >
        {say()}
      </p>
      {shown && <ClickButton shown={shown} />}
      {bitmap && <PictureView bitmap={bitmap} shown={shown} />}
      {shown && <TileList shown={shown} />}
    </main>
  );
}

function say(): string {
  const now = phase.value;
  switch (now.kind) {
    case 'empty':
      return '';
    case 'reading':
      return translate('screenshotReading');
    case 'refused':
      return translate('screenshotRefused', now.message);
    case 'done':
      return now.verdict.kind === 'answer' ? sayOutcome(now.verdict) : sayFailure(now.verdict);
    default:
      return now satisfies never;
  }
}
