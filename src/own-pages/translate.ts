import browser from 'webextension-polyfill';
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** The person's language, else English. `values` fill the placeholders in the order of their numbers. */
export function translate(key: MessageKey, ...values: readonly (string | number)[]): string {
  return browser.i18n.getMessage(
    key,
    values.map((value) => String(value)),
  );
}
