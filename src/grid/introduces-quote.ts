/** For example:, 例如：: what comes next is no request, whoever says it. */
const EXAMPLE = String.raw`(?:比如|例如|诸如|譬如|(?<![图头影录画])像|\b(?:such as|for example|e\.g|like))`;
/** It says:, 上面写着：: what comes next is told of. */
const SAYING = String.raw`(?:叫做|写着|写道|显示|提示语|\b(?:says?|asks?|reads?))`;

/** Of the words before a request in the same block. */
export const INTRODUCES_QUOTE = new RegExp(`(?:${EXAMPLE}|${SAYING})\\s*[:：,，]?\\s*$`, 'i');

const EXAMPLE_COMES = new RegExp(`${EXAMPLE}\\s*[:：]\\s*$`, 'i');
const SAYING_COMES = new RegExp(`${SAYING}\\s*[:：]\\s*$`, 'i');
/** Do what the sentence says: the block asks itself. */
const ASKS_ITSELF = /请|\b(?:please|follow|do (?:as|what)|complete)\b/i;
/** The little owl asks: a name and a verb are the page's own voice; whoever tells of a request uses more words. */
const LEAST_WORDS = 8;

/**
 * Whether a block of text ends by announcing the next one as a quotation: I try to log in to pay my bill and it says:
 *
 * @param text a whole block in simplified characters
 */
export function announcesQuote(text: string): boolean {
  if (EXAMPLE_COMES.test(text)) return true;
  const words = text.match(/\p{Script=Han}|[\p{L}\p{N}'’]+/gu) ?? [];
  return SAYING_COMES.test(text) && words.length >= LEAST_WORDS && !ASKS_ITSELF.test(text);
}
