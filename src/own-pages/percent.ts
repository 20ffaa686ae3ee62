import browser from 'webextension-polyfill';

const format = new Intl.NumberFormat(browser.i18n.getUILanguage(), { style: 'percent' });

/** 0..1 in the person's way of writing percent, without decimals. */
export function percent(share: number): string {
  return format.format(share);
}
