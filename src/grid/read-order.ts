import { askInOrder, isPersonal, notUnderstood, type NotUnderstood, type Question } from './asked-for.ts';
import { chineseThings } from './chinese-things.ts';
import * as en from './english-phrases.ts';
import { englishThings } from './english-things.ts';
import * as zh from './question-phrases.ts';

const VERB = `(?:${zh.VERBS}|${zh.SHORT_VERBS})`;
const LEADS = '(?:请|麻烦|[你您](?:需要|要)?|需要?|先)*';
const IN_ORDER =
  '(?:依次|依序|顺次|按语序(?:依次)?|(?:按照?|依照?)(?:以下|如下|下列|下[面方]|上[面方]|给出|所给|这个|此|图示|文字|提示|题目)?的?(?:文字|提示|先后)?的?(?:顺序|次序)(?:依次)?)地?';
const PLACES = `(?:(?:${zh.WHERE})的?|在?[下上本]图)?`;
const PICTURES = '(?:(?:对应|相应)?的?(?:图[片像]|物[体品]|[文汉数]字|词语)?)?';
/** Between the things of an order: white space too, which keeps 猫 狗 apart. */
const CHINESE_LIST =
  /\s*(?:->|=>|[、,，;；/→➔➜➡⇒>＞·|]|(?<=\p{Script=Han})[-–—~](?=\p{Script=Han})|以及|及|和|与|跟|然后|最后|再|\s)\s*/u;
const NUMBERING =
  /(?:^|(?<=[\s,，、;；:：]|\p{Script=Han}))[(（]?(?:\d{1,2}|[①-⑩])\s*[.)）、:：]?\s*(?=\p{Script=Han}|[“"「a-z])/giu;
/** 猫、狗、鸟完成验证: what comes then. */
const AND_THEN = /(?:以|来|即可)?(?:完成|通过|进行)(?:安全|人机)?(?:验证|登[录入]|操作|校验)$/;

const CHINESE = [
  // 请依次点击图中的：猫、船、树
  new RegExp(
    `^${LEADS}${PLACES}${LEADS}${IN_ORDER}${LEADS}${VERB}?${PLACES}${VERB}?${PICTURES}的?[:：\\s]*(?<list>.+)$`,
    'u',
  ),
  // 请按照“猫、船、树”的顺序点击图片
  new RegExp(
    `^${LEADS}${PLACES}${LEADS}按照?[“"「]?(?<list>.+?)[”"」]?的?(?:先后)?(?:顺序|次序)(?:依次)?${VERB}${PLACES}.{0,8}$`,
    'u',
  ),
  // 请点击：猫、船、树（按顺序）; 请按顺序点击 after the things is the second form
  new RegExp(`^${LEADS}${PLACES}${LEADS}把?(?<list>.+?)${IN_ORDER}${VERB}(?:出来)?$`, 'u'),
];
/**
 * 先点击猫，再点击船，最后点击树: with a word of pictures or of asking, or three of them, as two plain steps are of anything.
 */
const STEPS = new RegExp(
  `^(?:(?:请|.*图).*?先${VERB}(?<list>.+?)(?:[,，]?(?:再|然后|接着|之后|最后)${VERB}?.+)+|先${VERB}[^“"「]+[,，](?:再|然后|接着)${VERB}[^“"「]+[,，](?:再|最后)${VERB}[^“"「]+)$`,
  'u',
);
const STEP = new RegExp(`[,，]?(?:再|然后|接着|之后|最后)+${VERB}?`, 'u');

function chineseOrder(sentence: string): readonly string[] | undefined {
  const steps = STEPS.exec(sentence);
  if (steps) {
    const start = sentence.indexOf('先');
    const listed = sentence.slice(start + 1).replace(new RegExp(`^${VERB}`, 'u'), '');
    return chineseThings(listed.replace(new RegExp(PLACES, 'u'), ''), STEP);
  }
  for (const pattern of CHINESE) {
    const list = pattern.exec(sentence)?.groups?.['list'];
    if (list === undefined) continue;
    const bare = list
      .replace(NUMBERING, ' ')
      .replace(zh.PARTICLES, '')
      .replace(AND_THEN, '')
      .replace(/^[“"「]([^“”"「」]*、[^“”"「」]*)[”"」]$/, '$1')
      .trim();
    const things = chineseThings(bare, CHINESE_LIST);
    if (things && things.length > 1) return things;
  }
  return undefined;
}

const ENGLISH_LIST =
  /\s*(?:->|=>|[,;/→➔➜➡⇒>|]|\b(?:and then|then|and finally|finally|lastly|and|followed by|(?:next\s+)?click(?:\s+on)?)\b)\s*/i;
const CLICK = '(?:select|click(?:\\s+on)?|tap(?:\\s+on)?|pick|choose|press|touch)';
const THIS_ORDER =
  'in\\s+(?:exactly\\s+)?(?:(?:the|this|that)\\s+)?(?:(?:following|given|exact|same|shown|specified)\\s+)?(?:order|sequence)(?:\\s+(?:below|shown|given))?';
const OBJECTS = `(?:(?:all\\s+)?(?:of\\s+)?(?:the\\s+)?(?:following\\s+)?(?:${en.PICTURES}|objects?|things?|animals?|words?|numbers?|letters?|characters?|these|them)?(?:\\s+(?:below|above))?)`;
const LEADS_EN = '(?:(?:please|now|next|kindly)\\s+)*';
const ENGLISH = [
  new RegExp(
    `^${LEADS_EN}${CLICK}\\s*${OBJECTS}\\s*(?:one by one\\s+)?${THIS_ORDER}\\s*[:\\-–]?\\s*(?<list>.+)$`,
    'i',
  ),
  new RegExp(`^${LEADS_EN}${CLICK}\\s+(?<list>.+?),?\\s+${THIS_ORDER}$`, 'i'),
  new RegExp(
    `^${LEADS_EN}${THIS_ORDER}\\s*,?\\s*${CLICK}\\s*(?:on\\s+)?${OBJECTS}\\s*:?\\s*(?<list>.+)$`,
    'i',
  ),
  new RegExp(`^${LEADS_EN}(?:first,?\\s+)?${CLICK}\\s+(?<list>.+?\\bthen\\b.+)$`, 'i'),
];
/** Click the cat, then the dog: without a word of pictures that is said of anything. */
const THEN = /\bthen\b/i;

function englishOrder(sentence: string): readonly string[] | undefined {
  for (const pattern of ENGLISH) {
    const list = pattern.exec(sentence)?.groups?.['list'];
    if (list === undefined || isPersonal(list.replace(/\bclick(?: on)?\b/gi, ''), en)) continue;
    const where = THEN.test(list) ? list.replace(en.WHERE, '') : list;
    if (THEN.test(list) && where === list && !/^first\b/i.test(sentence)) continue;
    const things = englishThings(where.replace(NUMBERING, ' '), ENGLISH_LIST, true);
    if (things && things.length > 1) return things;
  }
  return undefined;
}

/** From the largest to the smallest, backwards: an order that must be thought out. */
const OTHER_ORDER =
  /相反|倒序|逆序|反[向过]|从.+[到至]|\b(?:reverse|opposite|alphabetical|numerical|ascending|descending|correct|right)\b/i;
const MENTIONS_ORDER = /依次|依序|顺次|顺序|次序|先/;
/** 1. cat 2. dog: the full stops end no sentence. */
const NUMBERED = /(?<before>^|[\s:：,，])\(?\d{1,2}[.)]\s+(?=\p{L})/gu;
const SENTENCES = /[。！!\n\r]|\.(?=\s|$)/;
const TITLE =
  /^[^:：,，]{0,24}(?:验证|校验|提示|captcha|verification|question\s*\d*|challenge)[^:：,，]{0,6}[:：]\s*/i;

/**
 * Reads a request to click several things one after the other, such as 请依次点击：猫、船、树.
 *
 * @param block text of one block in simplified characters; the list may stand in its next line
 * @returns undefined where it is none, or names no list
 */
export function readOrder(block: string): Question | NotUnderstood | undefined {
  if (!MENTIONS_ORDER.test(block) && !en.ORDER.test(block)) return undefined;
  const parts = block
    .replace(NUMBERED, '$<before>, ')
    .split(SENTENCES)
    .map((part) => part.trim());
  for (const [index, part] of parts.entries()) {
    for (const sentence of [part, `${part} ${parts[index + 1] ?? ''}`]) {
      const found = readSentence(sentence.trim().replace(TITLE, ''));
      if (found) return found;
    }
  }
  return undefined;
}

function readSentence(sentence: string): Question | NotUnderstood | undefined {
  const isChinese = /\p{Script=Han}/u.test(sentence);
  const text = isChinese ? sentence.replace(zh.TITLES, '') : sentence;
  const things = isChinese ? chineseOrder(text) : englishOrder(text);
  // 依次点击所有的猫: one after the other, in no order.
  if (!things || things.some((thing) => /^(?:所有|全部|每)/.test(thing))) return undefined;
  if (isChinese && things.some((thing) => isPersonal(thing, zh))) return undefined;
  return OTHER_ORDER.test(text) ? notUnderstood('order') : askInOrder(things);
}
