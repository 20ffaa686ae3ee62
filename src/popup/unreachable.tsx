import { translate } from '../own-pages/translate.ts';

/** Instead of the page's report, where the browser lets no extension work. */
export function Unreachable({ filesBlocked }: { readonly filesBlocked: boolean }) {
  return (
    <section class="empty">
      <p>{translate('pageRestricted')}</p>
      <p class="hint">{translate(filesBlocked ? 'siteFilesBlocked' : 'emptyRestrictedHint')}</p>
    </section>
  );
}
