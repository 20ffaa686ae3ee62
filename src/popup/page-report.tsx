import { translate } from '../own-pages/translate.ts';
import { answer, page, shownSolve } from './state.ts';
import { TileGrid } from './tile-grid.tsx';
import { summary } from './summary.ts';

/** The question on the page, what was understood, the tiles and what came of them. */
export function PageReport() {
  const solve = shownSolve.value;
  const { phase, message } = page.value;
  const question = page.value.question ?? solve?.request.question;
  const word = page.value.text ?? solve?.request.text;
  if (question === undefined && phase !== 'scoring')
    return <Empty title={message ?? translate('emptyTitle')} />;
  const outcome = summary(page.value, word ?? '', answer.value);
  return (
    <section class="report">
      {question !== undefined && <h2>{question}</h2>}
      {word !== undefined && <p class="hint">{translate('understoodAs', word)}</p>}
      {solve && answer.value && <TileGrid solve={solve} answer={answer.value} />}
      <p class="summary" role="status">
        {outcome === '' ? message : outcome}
      </p>
    </section>
  );
}

function Empty({ title }: { readonly title: string }) {
  return (
    <section class="empty">
      <p role="status">{title}</p>
      <p class="hint">{translate('emptyHint')}</p>
    </section>
  );
}
