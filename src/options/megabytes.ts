import browser from 'webextension-polyfill';

const BYTES = 1e6;
const number = new Intl.NumberFormat(browser.i18n.getUILanguage(), { maximumFractionDigits: 0 });

/** As text in the person's language, without the unit; the least is 1. */
export function megabytes(bytes: number): string {
  return number.format(Math.max(1, Math.round(bytes / BYTES)));
}
