const DIGITS = '一二三四五六七八九';

function digit(char: string): number {
  return DIGITS.indexOf(char) + 1;
}

/** 2, 两, 十二, 二十 as a number; undefined for anything else. */
export function chineseNumber(text: string): number | undefined {
  const words = text.replace(/[两兩]/, '二');
  if (/^\d+$/.test(words)) return Number(words);
  const ten = words.indexOf('十');
  if (ten < 0) return words.length === 1 && digit(words) > 0 ? digit(words) : undefined;
  const tens = ten === 0 ? 1 : digit(words.slice(0, ten));
  const ones = words.slice(ten + 1);
  return tens * 10 + (ones === '' ? 0 : digit(ones));
}
