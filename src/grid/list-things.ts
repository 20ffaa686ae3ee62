import * as zh from './question-phrases.ts';

/** More are a menu. */
const MOST_THINGS = 10;

/** Stands for a character that joins nothing here: the 和 of 和服. */
const MASK = '\u{E000}';

/** 公交车和自行车, “春”“夏”: the things of a list as they stand there; one where nothing joins. */
export function splitChinese(words: string, separators: RegExp): string[] {
  const kept: string[] = [];
  const masked = words.replace(zh.NOT_JOINED, (match) => {
    kept.push(...match.split(''));
    return MASK.repeat(match.length);
  });
  return masked
    .replace(/(?<=[”"」』】》])(?=[“"「『【《])/g, '、')
    .split(separators)
    .map((part) => part.replaceAll(MASK, () => kept.shift() ?? '').trim())
    .filter((part) => part !== '');
}

/** The things, all of which must be some; undefined otherwise, and for more than any question names. */
export function everyThing(things: readonly (string | undefined)[]): readonly string[] | undefined {
  const whole = things.filter((thing) => thing !== undefined);
  const isList = whole.length === things.length && whole.length > 0 && whole.length <= MOST_THINGS;
  return isList ? [...new Set(whole)] : undefined;
}
