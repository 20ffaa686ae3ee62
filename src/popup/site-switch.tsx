import { translate, type MessageKey } from '../own-pages/translate.ts';
import { siteModes, type SiteMode } from '../shared/settings.ts';
import { chooseMode } from './site-actions.ts';
import { mode } from './state.ts';

const labels = { off: 'siteOff', suggest: 'siteSuggest', auto: 'siteAuto' } as const satisfies Record<
  SiteMode,
  MessageKey
>;
const hints = {
  off: 'siteOffHint',
  suggest: 'siteSuggestHint',
  auto: 'siteAutoHint',
} as const satisfies Record<SiteMode, MessageKey>;

function siteName(site: string): string {
  return site === 'file://' ? translate('siteLocalFiles') : new URL(site).host;
}

/** Buttons rather than radio buttons: arrow keys must not set off the browser's question on the way past. */
export function SiteSwitch({ site }: { readonly site: string }) {
  return (
    <section aria-labelledby="site">
      <h2 id="site">{translate('siteOn', siteName(site))}</h2>
      <div class="switch" role="group" aria-labelledby="site">
        {siteModes.map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={mode.value === choice}
            aria-describedby="site-hint"
            onClick={() => void chooseMode(site, choice)}
          >
            {translate(labels[choice])}
          </button>
        ))}
      </div>
      <p id="site-hint" class="hint">
        {translate(hints[mode.value])} {mode.value === 'off' && translate('siteAsks')}
      </p>
    </section>
  );
}
