import { useRef } from 'preact/hooks';
import { translate } from '../own-pages/translate.ts';
import type { SiteRule } from '../shared/site-rules.ts';
import { exportRules, importRules, removeRules, rulesSaid, saveRules, siteRules } from './rules-actions.ts';

export function SiteRules() {
  const sites = Object.entries(siteRules.value);
  const input = useRef<HTMLInputElement>(null);
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{translate('rulesHeading')}</h2>
      <p class="hint">{translate('rulesHint')}</p>
      {sites.length === 0 && <p>{translate('rulesNone')}</p>}
      {sites.map(([site, rules]) => (
        <SiteEditor key={site} site={site} rules={rules} />
      ))}
      <div class="row start">
        <button type="button" disabled={sites.length === 0} onClick={exportRules}>
          {translate('rulesExport')}
        </button>
        <button type="button" onClick={() => input.current?.click()}>
          {translate('rulesImport')}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept="application/json,.json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void importRules(file);
            // The same file may be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </div>
      <p class={`status ${rulesSaid.value?.tone ?? ''}`} role="status">
        {rulesSaid.value?.text}
      </p>
    </section>
  );
}

function SiteEditor({ site, rules }: { readonly site: string; readonly rules: readonly SiteRule[] }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const text = JSON.stringify(rules, null, 2);
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void saveRules(site, area.current?.value ?? '');
      }}
    >
      <label>
        {translate('rulesEdit', site)}
        <textarea
          key={text}
          ref={area}
          rows={text.split('\n').length}
          spellcheck={false}
          defaultValue={text}
        />
      </label>
      <div class="row start">
        <button type="submit">{translate('rulesSave')}</button>
        <button type="button" onClick={() => void removeRules(site)}>
          {translate('rulesRemove')}
        </button>
      </div>
    </form>
  );
}
