import { askByExample, askFor, isPersonal, notUnderstood, type AskedFor } from './asked-for.ts';
import { chineseNumber } from './chinese-number.ts';
import { chineseThings, isThing, readExclusion, unquoted } from './chinese-things.ts';
import { eater, type Eater } from './eat.ts';
import * as zh from './question-phrases.ts';
import { squeezed } from './squeezed.ts';

const start = (parts: string): RegExp => new RegExp(`^(?:${parts})`);
const end = (parts: string): RegExp => new RegExp(`(?:${parts})$`);

const VERB = start(`(?:${zh.VERBS})(?:出(?=[所全包含有带图下每0-9一二两三四五六七八九]))?`);
const SHORT_VERB = start(zh.SHORT_VERBS);
const WHERE = start(zh.WHERE);
const ALL = start(zh.ALL);
const COUNT = start(zh.COUNT);
const RELATION = start(zh.RELATIONS);
const SHORT_RELATION = start(zh.SHORT_RELATIONS);
const TAIL = end(zh.TAILS);
const TAKE_OBJECT = /^[把将]/;
const AFTER_OBJECT = new RegExp(
  `(?:全部|都|全|一一|逐一|逐个|统统|通通|统一|挑)*(?:给)?(?:${zh.VERBS_AFTER_OBJECT})$`,
);
const WITH = /^[与和跟](.+?)(?:[相有]关|相符|匹配|对应|一致)$/;

interface Head {
  /** 所有, or a count of pictures. */
  readonly all: boolean;
  readonly where: boolean;
  readonly count?: number;
}

/** 下图中, 所有的, 2张, in any sequence. */
function readHead(text: Eater): Head {
  let [all, where] = [false, false];
  let count: number | undefined;
  for (;;) {
    const number = text.eat(COUNT)?.groups;
    if (number) {
      const exact = number['bound'] === undefined && number['open'] === undefined;
      count ??= exact ? chineseNumber(number['number'] ?? '') : undefined;
      // 一只: counts the thing, as any headline may.
      all ||= number['thing'] === undefined;
    } else if (text.eat(ALL)) all = true;
    else if (text.eat(WHERE)) where = true;
    else return { all, where, ...(count === undefined ? {} : { count }) };
  }
}

interface Thing {
  readonly words: string;
  /** 包含…, 含有… */
  readonly related: boolean;
  /** 包含…, …的图片: it can only be about pictures. */
  readonly ofPictures: boolean;
  readonly quoted: boolean;
  /** 包含两只猫: the pictures are told apart by how many they show. */
  readonly counted: boolean;
  /** …的4个格子 */
  readonly tiles?: number;
}

function readThing(body: string): Thing {
  const text = body.replace(zh.PARTICLES, '');
  const strongStart = eater(text.replace(TAIL, '').replace(/(?<=^(?:有|含|带|包含).+)[的者]$/, ''));
  const tail = TAIL.exec(text);
  // 勾选其中有井盖的, 含有坑洞者
  const hasTail = tail !== null || /^(?:有|含|带|包含).+[的者]$/.test(text);
  const tiles = chineseNumber(tail?.groups?.['number'] ?? '');
  strongStart.eat(zh.EXACTLY);
  // 路面上出现坑洼: where in the picture
  strongStart.eat(/^[^的]{1,4}[上里中内](?=出现|存在)/);
  const strong = strongStart.eat(RELATION) !== undefined;
  const compound = zh.NOT_RELATIONS.test(strongStart.rest);
  const short = hasTail && !strong && !compound && strongStart.eat(SHORT_RELATION) !== undefined;
  const rest = strongStart.rest.replace(/^(?:有)(?=[“"「『])/, '');
  const related = (WITH.exec(rest)?.[1] ?? rest).replace(strong ? /的$/ : /^$/, '');
  const words = related.replace(zh.ADDED, '').replace(zh.CLASSIFIER, '').replace(zh.SUFFIX, '');
  const quoted = unquoted(words);
  return {
    words: quoted ?? words,
    related: strong,
    ofPictures: hasTail || strong,
    quoted: quoted !== undefined,
    counted: (strong || short) && zh.AMOUNT.test(related),
    ...(tiles === undefined ? {} : { tiles }),
  };
}

/** 图片生成海报, 选择, 包含早餐的房型: words where the thing would be, which are none. */
function isNoThing(words: string, body: string): boolean {
  const isOfSomethingElse =
    RELATION.test(body) && !TAIL.test(body.replace(zh.PARTICLES, '')) && words.includes('的');
  return (
    isOfSomethingElse ||
    VERB.test(words) ||
    /^(?:图[片像块]|照片|相片)/.test(words) ||
    zh.DIFFERENCES.test(words)
  );
}

function judge(thing: Thing, body: string, before: Head, isTold: boolean): AskedFor | undefined {
  const { words } = thing;
  const count = before.count ?? thing.tiles;
  const head = { ...before, ...(count === undefined ? {} : { count }) };
  const excludes = zh.EXCEPT.test(words) && readExclusion(words) !== undefined;
  const isLike = zh.EXAMPLE.test(body) && !/^(?:相[同似]|一样|完全)/.test(body);
  const clear = head.all || head.where || thing.ofPictures || thing.quoted || isTold || excludes || isLike;
  if (!clear || isPersonal(body, zh) || zh.ASKS.test(body)) return undefined;
  if (zh.EXAMPLE.test(body)) {
    const isClear = !zh.OTHER_THAN_EXAMPLE.test(body);
    return isClear ? askByExample('与示例相同', head.count) : notUnderstood('example');
  }
  if (zh.SEE_NEXT.test(words)) return head.all || thing.ofPictures ? { kind: 'incomplete' } : undefined;
  const isSaid =
    thing.quoted || thing.related || (thing.ofPictures && (zh.ABSENT.test(words) || body.startsWith('有')));
  if (before.where && /^[^的]{0,3}最[大小高低矮多少长短快慢重轻远近老]/.test(words))
    return notUnderstood('comparison');
  if (thing.counted) return notUnderstood('amount');
  if (!isSaid && (zh.FORM_WORDS.test(words) || words === '人')) return undefined;
  if (isNoThing(words, body)) return undefined;
  if (zh.COMPARISON.test(words)) return notUnderstood('comparison');
  if (zh.BOTH.test(words)) return notUnderstood('several');
  const but = zh.BUT.exec(words)?.groups;
  if (but) {
    const any = chineseThings(but['any'] ?? '');
    const none = readExclusion(but['none'] ?? '')?.none;
    return any && none ? askFor(any, none, head.count) : notUnderstood('negation');
  }
  if (zh.NEGATION.test(words)) {
    const exclusion = readExclusion(words, thing.ofPictures);
    return exclusion ? askFor(exclusion.any, exclusion.none, head.count) : notUnderstood('negation');
  }
  if (zh.JOINED.test(words.replace(zh.NOT_JOINED, '').slice(1, -1)) || /[”"」』][“"「『]/.test(words)) {
    const things = chineseThings(words);
    return things ? askFor(things, [], head.count) : notUnderstood('several');
  }
  return isThing(words) ? askFor([words], [], head.count) : undefined;
}

/**
 * Reads one clause without sentence marks, such as 请选择所有的公交车.
 *
 * @returns undefined where it is no request for pictures
 */
export function readChinese(clause: string): AskedFor | undefined {
  const words = squeezed(clause).replace(zh.TITLES, '').replace(zh.BEFORE, '').replace(zh.AS_SEEN, '');
  const ordered = zh.ORDER.test(words) && !/(?:依[次序]|顺次)[^所全每]*(?:所有|全部|每)/.test(words);
  const text = eater(words.replace(zh.ORDER, ''));
  const polite = text.eat(zh.POLITE)?.[0] ?? '';
  const before = readHead(text);
  text.eat(zh.POLITE);
  let body: string;
  let verb: string | undefined;
  let inner: Head;
  if (text.eat(TAKE_OBJECT)) {
    const whole = text.rest.replace(zh.AFTERWARDS, '').replace(zh.PARTICLES, '');
    verb = AFTER_OBJECT.exec(whole)?.[0];
    const object = eater(whole.replace(AFTER_OBJECT, ''));
    inner = readHead(object);
    body = object.rest;
  } else {
    verb = (text.eat(VERB) ?? (polite !== '' || before.where ? text.eat(SHORT_VERB) : undefined))?.[0];
    inner = readHead(text);
    body = text.rest.replace(zh.AFTERWARDS, '');
  }
  // 选择了…, 找到过…: told, not asked. 再按「提交」: a button.
  const isButton = /^(?:再|然后|最后|接着|完成后)/.test(polite) && /^[“"「『]/.test(body);
  if (verb === undefined || isButton || /^[了过]/.test(body)) return undefined;
  // 请点击下面图片中的: the thing is on the next line.
  if (body === '' && inner.where && /[中里内]的?$/.test(words)) return { kind: 'incomplete' };
  const count = zh.BOUND.test(polite) ? undefined : (inner.count ?? before.count);
  const head = {
    all: before.all || inner.all,
    where: before.where || inner.where,
    ...(count === undefined ? {} : { count }),
  };
  const isTold =
    polite === ''
      ? /[点选圈找指戳]一/.test(verb) || (/^[都全统通].*[选点勾圈]/.test(verb) && zh.JOINED.test(body))
      : /^[都全统通]/.test(verb) || zh.PICK_OUT.test(verb) || zh.COLOURED.test(body);
  const asked = judge(readThing(body), body, head, isTold);
  const namesNone = /^(?:图[片中]?(?:的图片)?|照片|它们)?$/.test(body);
  if (ordered && (asked || namesNone || /[、“「]/.test(body)) && !isPersonal(body, zh))
    return notUnderstood('order');
  return asked;
}
