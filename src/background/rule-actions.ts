import browser, { type Runtime } from 'webextension-polyfill';
import { MOST_RULES, type SiteRule } from '../shared/site-rules.ts';
import { findSite } from '../shared/site.ts';
import { updateSiteRules } from '../storage/rules-store.ts';
import { endPicker, hasPicker } from '../shared/end-picker.ts';
import { pickerFile } from './script-files.ts';

/**
 * Lets the person show a page's question and tiles, in whichever frame they are. Rejects with Chrome's words where the
 * page may not be reached.
 */
export async function startPicker(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [pickerFile] });
}

/** Ends the pickers of a tab's other frames, once the person has begun in one, or has had enough. */
export async function endOtherPickers(tabId: number, frameId: number): Promise<void> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: hasPicker,
  });
  const others = frames.flatMap((frame) =>
    frame.result === true && frame.frameId !== frameId ? frame.frameId : [],
  );
  if (others.length === 0) return;
  await browser.scripting.executeScript({
    target: { tabId, frameIds: others },
    func: endPicker,
  });
}

/** Keeps a rule for the site that it was made on, whatever the page says of itself. Said again it stays one; the oldest make room. */
export async function saveRule(
  rule: SiteRule,
  { url, origin, tab }: Runtime.MessageSender & { readonly origin?: string },
): Promise<void> {
  // Frames without an address of their own belong to the page that made them.
  const site = findSite(url ?? '') ?? findSite(origin ?? '') ?? findSite(tab?.url ?? '');
  if (site === undefined) throw new Error(`Expected a page of a site, found ${url}`);
  await updateSiteRules((rules) => {
    const others = (rules[site] ?? []).filter(
      ({ question, tiles }) => question !== rule.question || tiles !== rule.tiles,
    );
    return { ...rules, [site]: [rule, ...others].slice(0, MOST_RULES) };
  });
}
