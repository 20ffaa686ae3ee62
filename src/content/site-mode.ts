import { defaultSettings, siteMode, type Settings, type SiteMode } from '../shared/settings.ts';
import { findSite } from '../shared/site.ts';
import { onSettingsChanged, readSettings } from '../storage/settings-store.ts';

export interface SiteSettings {
  readonly mode: () => SiteMode;
  readonly threshold: () => number | undefined;
  readonly sureness: () => number | undefined;
  readonly stop: () => void;
}

/** The site that a frame belongs to: frames without an address of their own belong to the page that made them. */
export function siteOfFrame(): string {
  const own = findSite(location.href);
  if (own !== undefined) return own;
  if (origin !== 'null') return findSite(origin) ?? origin;
  const [parent] = location.ancestorOrigins;
  return (parent !== undefined && findSite(parent)) || 'null';
}

/** Follows what the person allows on this frame's site. */
export async function followSiteSettings(onChange: () => void): Promise<SiteSettings> {
  let settings: Settings = defaultSettings;
  const stop = onSettingsChanged((changed) => {
    settings = changed;
    onChange();
  });
  settings = await readSettings();
  const site = siteOfFrame();
  return {
    mode: () => siteMode(settings, site),
    threshold: () => settings.threshold ?? undefined,
    sureness: () => settings.sureness ?? undefined,
    stop,
  };
}
