import type { SiteRule } from '../../shared/site-rules.ts';
import { onSiteRulesChanged, readSiteRules } from '../../storage/rules-store.ts';

export interface FollowedRules {
  /** The same list as long as it does not change. */
  readonly list: () => readonly SiteRule[];
  readonly stop: () => void;
}

const NONE: readonly SiteRule[] = [];

/** Follows what the person has made for this site. */
export async function followRules(site: string, onChange: () => void): Promise<FollowedRules> {
  let list = NONE;
  const stop = onSiteRulesChanged((rules) => {
    list = rules[site] ?? NONE;
    onChange();
  });
  list = (await readSiteRules())[site] ?? NONE;
  return { list: () => list, stop };
}
