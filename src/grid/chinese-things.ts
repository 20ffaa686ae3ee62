import { everyThing, splitChinese } from './list-things.ts';
import * as zh from './question-phrases.ts';

/** A longer noun is a sentence. Characters. */
const MAX_THING = 12;
const LIST = /[、,;/&+]|以及|及|和|与|跟|或[者是]?|还有/;
const QUOTED = /^[“"「『《【‘'`]([^“”"「」『』《》【】‘’'`]+)[”"」』》】’'`]$/;
const ENDS = new RegExp(`(?:${zh.TAILS}|的)$`);
/** 包含公交车或包含自行车: the relation said again. */
const AGAIN = new RegExp(`^(?:${zh.RELATIONS}|有(?![轨袋机翅]))`);
const STARTS_AS_VERB = new RegExp(`^(?:${zh.VERBS})`);

export function unquoted(words: string): string | undefined {
  return QUOTED.exec(words)?.[1];
}

const LATIN_WORD = /[a-z]+/gi;

/** Whether words can be a thing as far as their form goes. */
export function isThing(words: string): boolean {
  return (
    words.replace(LATIN_WORD, 'xx').length <= MAX_THING &&
    /^[\p{L}\p{N}·\- ]+$/u.test(words) &&
    !zh.GOES_ON_AS_SENTENCE.test(words) &&
    !STARTS_AS_VERB.test(words)
  );
}

function oneOf(part: string, isShown: boolean): string | undefined {
  const bare = part.replace(ENDS, '').replace(AGAIN, '').replace(zh.ADDED, '').replace(zh.CLASSIFIER, '');
  const quoted = unquoted(bare);
  const words = quoted ?? bare.replace(zh.SUFFIX, '');
  const isOther =
    quoted === undefined && ((!isShown && zh.FORM_WORDS.test(words)) || zh.NEGATION.test(words));
  return isThing(words) && !isOther ? words : undefined;
}

/**
 * 公交车和自行车: the things named; undefined where one of them is none.
 *
 * @param isShown whether it was said that pictures show them, so that 文字 is a thing and not the name of a field
 */
export function chineseThings(
  words: string,
  separators: RegExp = LIST,
  isShown = false,
): readonly string[] | undefined {
  return everyThing(splitChinese(words, separators).map((part) => oneOf(part, isShown)));
}

export interface Exclusion {
  readonly any: readonly string[];
  readonly none: readonly string[];
}

/** 没有猫也没有狗: absent, and absent too. */
const ABSENT_TOO = /[也又且](?=不|没|未|无|非)/;
const NAMES_PICTURES = /^(?:图[片像]?|照片|相片)?$/;

function absent(words: string): readonly string[] | undefined {
  const parts = words.replace(/^既/, '').split(ABSENT_TOO);
  const rests = parts.map((part) => part.replace(zh.ABSENT, ''));
  // 没有烟囱的房子: houses are asked for, and is read by readExclusion.
  const isClear = rests.every((rest, index) => rest !== parts[index] && !/的./.test(rest));
  const lists = isClear ? rests.map((rest) => chineseThings(rest, LIST, true)) : [];
  return lists.includes(undefined) ? undefined : everyThing(lists.flatMap((list) => list ?? []));
}

/** 没有烟囱的房子 */
function readWithout(words: string): Exclusion | undefined {
  const [absentPart, rest, ...more] = words.split('的');
  if (absentPart === undefined || rest === undefined || rest === '' || more.length > 0) return undefined;
  const none = absent(absentPart);
  const any = chineseThings(rest);
  return none && any && { any, none };
}

/**
 * 不包含公交车, 除了猫以外的动物: what may be shown (anything where empty) and what may not.
 *
 * @param ofPictures whether the words tell of pictures: 不包含红色的公交车 the pictures, 没有烟囱 the houses themselves
 */
export function readExclusion(words: string, ofPictures = false): Exclusion | undefined {
  const except = zh.EXCEPT.exec(words)?.groups;
  if (!except) {
    const none = absent(words.replace(/的$/, ''));
    if (none) return { any: [], none };
    return ofPictures ? undefined : readWithout(words);
  }
  const none = chineseThings(except['none'] ?? '');
  const rest = (except['rest'] ?? '').replace(/的$/, '');
  const any = NAMES_PICTURES.test(rest) ? [] : chineseThings(rest);
  return none && any && { any, none };
}

/** 不包括校车, 但不要选校车: what a clause after the request takes away. */
export function readTakenAway(clause: string): readonly string[] | undefined {
  const words = clause
    .replace(/[~!.…\s]+$/, '')
    .replace(zh.PARTICLES, '')
    .replace(/^(.+?)除外$/, '除$1');
  const except = zh.EXCEPT.exec(words.replace(/^但?是?/, ''))?.groups;
  const listed = except ? (except['rest'] ? '' : (except['none'] ?? '')) : words.replace(zh.TAKES_AWAY, '');
  return listed === words ? undefined : chineseThings(listed);
}
