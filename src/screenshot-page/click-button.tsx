import { translate, type MessageKey } from '../own-pages/translate.ts';
import type { ScreenshotAnswer } from '../shared/screenshot.ts';
import { clickChosen } from './from-tab.ts';
import { clicking, shownTab } from './state.ts';

const outcomes = {
  clicked: 'screenshotClicked',
  moved: 'screenshotMoved',
  unreachable: 'screenshotUnreachable',
} as const satisfies Record<string, MessageKey>;

/** Only for a tab's picture with something to click; pressed once, because a second click takes a choice back. */
export function ClickButton({ shown }: { readonly shown: ScreenshotAnswer }) {
  const tab = shownTab.value;
  if (tab === undefined || shown.answer.selected.length === 0) return null;
  const state = clicking.value;
  if (state !== 'not-yet' && state !== 'under-way') return <p role="status">{translate(outcomes[state])}</p>;
  return (
    <button
      class="primary"
      type="button"
      disabled={state === 'under-way'}
      onClick={() => void clickChosen(tab, shown)}
    >
      {translate('screenshotClick')}
    </button>
  );
}
