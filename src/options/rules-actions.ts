import { signal } from '@preact/signals';
import { translate } from '../own-pages/translate.ts';
import {
  exportSiteRules,
  importSiteRules,
  readRulesOfSite,
  type Checked,
  type SiteRule,
  type SiteRules,
} from '../shared/site-rules.ts';
import { onSiteRulesChanged, readSiteRules, updateSiteRules } from '../storage/rules-store.ts';

export const siteRules = signal<SiteRules>({});
export const rulesSaid = signal<{ readonly tone: 'right' | 'wrong'; readonly text: string } | undefined>(
  undefined,
);

export async function followSiteRules(): Promise<void> {
  onSiteRulesChanged((rules) => {
    siteRules.value = rules;
  });
  siteRules.value = await readSiteRules();
}

/** Keeps what the person has written, if all of it can be used. */
export async function saveRules(site: string, text: string): Promise<void> {
  const checked = usable(readRulesOfSite(text), (rules) =>
    rules.map((rule, index) => [`${index}`, rule] as const),
  );
  if (checked.kind === 'wrong') {
    sayWrong(checked.message);
    return;
  }
  await updateSiteRules((rules) => ({ ...rules, [site]: [...checked.value] }));
  rulesSaid.value = { tone: 'right', text: translate('rulesSaved') };
}

export async function removeRules(site: string): Promise<void> {
  await updateSiteRules(({ [site]: _gone, ...rules }) => rules);
  rulesSaid.value = { tone: 'right', text: translate('rulesRemoved', site) };
}

/** Sites of the file take the place of the same sites here; other sites keep their rules. */
export async function importRules(file: File): Promise<void> {
  const checked = usable(importSiteRules(await file.text()), (sites) =>
    Object.entries(sites).flatMap(([site, rules]) =>
      rules.map((rule, index) => [`sites.${site}.${index}`, rule] as const),
    ),
  );
  if (checked.kind === 'wrong') {
    sayWrong(checked.message);
    return;
  }
  await updateSiteRules((rules) => ({ ...rules, ...checked.value }));
  rulesSaid.value = { tone: 'right', text: translate('rulesImported', Object.keys(checked.value).length) };
}

export function exportRules(): void {
  const address = URL.createObjectURL(
    new Blob([exportSiteRules(siteRules.value)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = 'tilewise-rules.json';
  link.click();
  URL.revokeObjectURL(address);
}

/** Whether the browser understands all selectors, which the schema cannot tell. */
function usable<Value>(
  checked: Checked<Value>,
  rulesOf: (value: Value) => readonly (readonly [string, SiteRule])[],
): Checked<Value> {
  if (checked.kind === 'wrong') return checked;
  for (const [path, rule] of rulesOf(checked.value)) {
    for (const field of ['question', 'tiles', 'press'] as const) {
      const selector = rule[field];
      if (selector === undefined || isSelector(selector)) continue;
      return { kind: 'wrong', message: translate('rulesNotSelector', `${path}.${field}`, selector) };
    }
  }
  return checked;
}

function isSelector(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    // The browser's way to say no.
    return false;
  }
}

function sayWrong(message: string): void {
  rulesSaid.value = { tone: 'wrong', text: translate('rulesWrong', message) };
}
