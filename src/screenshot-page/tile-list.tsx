import { percent } from '../own-pages/percent.ts';
import { translate, type MessageKey } from '../own-pages/translate.ts';
import type { ScreenshotAnswer } from '../shared/screenshot.ts';
import type { TileState } from '../shared/protocol.ts';

const stateNames = { yes: 'stateYes', unsure: 'stateUnsure', no: 'stateNo' } as const satisfies Record<
  TileState,
  MessageKey
>;

/** The answer in words, in reading order. */
export function TileList({ shown }: { readonly shown: ScreenshotAnswer }) {
  return (
    <ul class="tiles" aria-label={translate('tilesHeading')}>
      {shown.answer.tiles.map(({ probability, state }, slot) => (
        <li key={slot}>
          {translate('tileLabel', slot + 1, percent(probability), translate(stateNames[state]))}
        </li>
      ))}
    </ul>
  );
}
