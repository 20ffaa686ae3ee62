import browser from 'webextension-polyfill';
import { translate } from '../own-pages/translate.ts';
import { siteMode, type SiteMode } from '../shared/settings.ts';
import { sitePattern } from '../shared/site.ts';
import { updateSettings } from '../storage/settings-store.ts';
import { notice } from './state.ts';

/** Called straight from the click, which is what allows the browser to ask the person. */
export async function chooseMode(site: string, mode: SiteMode): Promise<void> {
  notice.value = '';
  if (mode === 'off') {
    await writeMode(site, mode);
    await giveBack(site);
    return;
  }
  const granted = browser.permissions.request({ origins: [sitePattern(site)] });
  // Written before the answer, because the browser's question may close this popup; without the permission the
  // service worker leaves the site alone.
  await writeMode(site, mode);
  if (await granted) return;
  await writeMode(site, 'off');
  notice.value = translate('siteDeclined');
}

/** A question that the person declined after it had closed the popup leaves a mode without permission behind. */
export async function clearUnpermittedMode(site: string): Promise<void> {
  if (await browser.permissions.contains({ origins: [sitePattern(site)] })) return;
  await updateSettings((settings) =>
    siteMode(settings, site) === 'off'
      ? settings
      : { ...settings, sites: { ...settings.sites, [site]: { mode: 'off' } } },
  );
}

async function writeMode(site: string, mode: SiteMode): Promise<void> {
  await updateSettings((settings) => ({ ...settings, sites: { ...settings.sites, [site]: { mode } } }));
}

async function giveBack(site: string): Promise<void> {
  try {
    await browser.permissions.remove({ origins: [sitePattern(site)] });
  } catch {
    // A permission that the browser's administrator has set stays; the site is off all the same.
  }
}
