import type messages from '../../../public/_locales/en/messages.json';

/** The person's language, else English; `values` fill the placeholders in the order of their numbers. */
export function say(key: keyof typeof messages, ...values: readonly (string | number)[]): string {
  return chrome.i18n.getMessage(
    key,
    values.map((value) => String(value)),
  );
}
