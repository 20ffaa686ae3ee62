/**
 * BERT's basic tokenizer as cn_clip runs it: control characters go, ideographs stand alone, words are lower-cased,
 * accents and other non-spacing marks are dropped, punctuation stands alone.
 */
export function basicTokens(text: string): string[] {
  const spaced = text.replace(REMOVED, '').replace(SPACE, ' ').replace(IDEOGRAPH, ' $& ');
  return splitWords(splitWords(spaced).flatMap(splitPunctuation).join(' '));
}

/** NUL, the replacement character, control and format characters; tab and line ends become spaces instead. */
const REMOVED = /(?![\t\n\r])[\0\uFFFD\p{Cc}\p{Cf}]/gu;
const SPACE = /[\t\n\r\p{Zs}]/gu;

/** The blocks that cn_clip spaces out; later extensions (U+2CEB0 on) are not among them. */
const IDEOGRAPH =
  /[\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B820}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu;

/** All ASCII signs count as punctuation, `$` and `^` too, and every character of a Unicode class P. */
const PUNCTUATION = /[!-/:-@[-`{-~\p{P}]/gu;

const MARK = /\p{Mn}/gu;

/** What Python's `str.split` splits at and can still be there: JavaScript's `\s` would add U+FEFF. */
const WORD_END = /[ \u2028\u2029]+/u;

function splitWords(text: string): string[] {
  return text.split(WORD_END).filter((word) => word !== '');
}

function splitPunctuation(word: string): string[] {
  const plain = word.toLowerCase().normalize('NFD').replace(MARK, '');
  return plain
    .replace(PUNCTUATION, ' $& ')
    .split(' ')
    .filter((part) => part !== '');
}
