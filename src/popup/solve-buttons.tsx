import { translate } from '../own-pages/translate.ts';
import { acceptNow, solveNow } from './page-actions.ts';
import { page } from './state.ts';

export function SolveButtons({ tabId }: { readonly tabId: number }) {
  const { phase, selected } = page.value;
  const acceptable = phase === 'suggested' && (selected?.length ?? 0) > 0;
  return (
    <div class="actions">
      {acceptable && (
        <button type="button" class="primary" onClick={() => void acceptNow(tabId)}>
          {translate('acceptNow')}
        </button>
      )}
      <button
        type="button"
        class={acceptable ? 'plain' : 'primary'}
        disabled={phase === 'scoring'}
        onClick={() => void solveNow(tabId)}
      >
        {translate(phase === 'scoring' ? 'scoring' : 'solveNow')}
      </button>
    </div>
  );
}
