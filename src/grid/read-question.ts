import {
  askFor,
  isPersonal,
  notUnderstood,
  respelt,
  type AskedFor,
  type NotUnderstood,
  type Question,
} from './asked-for.ts';
import { chineseNumber } from './chinese-number.ts';
import { chineseThings } from './chinese-things.ts';
import { following, goOn } from './go-on.ts';
import { INTRODUCES_QUOTE } from './introduces-quote.ts';
import * as zh from './question-phrases.ts';
import { readChinese } from './read-chinese.ts';
import { readEnglish } from './read-english.ts';
import { readOrder } from './read-order.ts';
import { readBare } from './read-bare.ts';
import { rephraseChinese, rephraseLoosely } from './rephrase-chinese.ts';
import { rephraseEnglish } from './rephrase-english.ts';
import { simplified } from './simplified.ts';
import { squeezed } from './squeezed.ts';

/** A longer block is prose that may quote a request. Characters. */
const MAX_QUESTION_LENGTH = 240;
/** 安全验证：, Question 1: in front of the request. */
const MAX_LABEL = 32;

const HAN = /\p{Script=Han}/u;
/** Any text without these is no request; one test on every text of a page. */
const TRIGGER =
  /[选選点點找勾钩圈挑戳标標指触觸按识識击擊哪邊边拣揀]|何者|的[是有]|\b(?:(?:select|click|pick|mark|identify|tick)ing|select|click|tap|pick|choose|check|mark|tick|find|identify|highlight|press|touch|circle|spot|flag|locate|hit|label|point|should|colou?r|which|what|show|put|must|where|(?:choos|tapp)ing|(?:only|just|all)\b.*\b(?:please|thanks))\b/i;
/** 請選擇有貓的圖片 Select all images with cats: the same again in English. */
const SECOND_LANGUAGE = /(?<=\p{Script=Han})\s+(?=(?:please\s+)?(?:select|click|tap|pick|choose|find)\b)/iu;
/** Select all images with bicycles Click verify once …; “算盘” 看不清？换一组: two sentences without a mark between. */
const RUN_ON = /(?<=[a-z])\s+(?=(?:Click|Press|Tap|If|When|Then)\s)|\s+(?=看不清|换一[组张批])|[—–-](?=请)/g;
const IN_BRACKETS = /[([][^()[\]]*[)\]]|^【[^【】]*】(?=.)|【(?:[多单]选|必[答选])[^【】]*】/g;
/** (可多选), 【单选】, (至少选一个): how to choose, wherever it stands. */
const HOW_TO_CHOOSE =
  /\s*[([【][^()[\]【】]{0,6}(?:[可多单复必][选答]|[至最]少|不止)[^()[\]【】]{0,6}[)\]】]|(?<=[?？])\s*可?[可多单复]选[。.]?$/g;
const IN_BRACKETS_COUNT =
  /(?:\(\s*共?|[,，]\s*[一总]?共)有?\s*(\d+|[一二两兩三四五六七八九十]+)\s*[张个張個幅块]\s*(?:\)|$)/;
/** 哪三张照片里有猫 */
const WHICH_COUNT = /哪([两兩二三四五六])[张張幅]/;
/** Select each picture / in which you can see a boat; part of / a tree: the sentence goes on in the next line. */
const GOES_ON_BELOW =
  /\n\s*(?=(?:in which|that|which|with|containing|showing|of|where)\s)|(?<=\s(?:of|an?|the|any))\s*\n\s*/gi;
/** Memory games and mines, and what is played: their requests are no questions about pictures. */
const IS_PLAYED =
  /消除|配[对對]|翻[开開牌]|[地扫掃]雷|插旗|右[键鍵]|[连連][连連]看|正在播放|第\s*\d+\s*[集期话話篇章回季]|\b(?:mines?|minesweeper|solitaire|episode \d+)\b/i;
const QUOTES_REQUEST = /^[“"「『‘'](?!(?:[^“”"「」『』‘’']{1,8}|[a-z ]{1,24})[”"」』’'])/i;

export function mayBeQuestion(text: string): boolean {
  return TRIGGER.test(text);
}

/** Small drawings between the words, and the star of a field that must be filled in. */
const ORNAMENT = /\p{Extended_Pictographic}[\ufe0f\u200d\p{Emoji_Modifier}]*|\s*\*\s*$/gu;

function readClause(clause: string): AskedFor | undefined {
  return HAN.test(clause) ? readChinese(clause) : readEnglish(clause);
}

/** 请点选, 请指一指: nothing but the verb, before a colon. */
const BARE_REQUEST = new RegExp(
  `^(?:${zh.TITLES.source.slice(1)})?(?:(?:请|麻烦|在[下上]?图中)(?:[你您]|在?[下上]?图中?)?(?:${zh.VERBS}|${zh.SHORT_VERBS})(?:出来)?|[指点圈]一[指点圈])$`,
);

/** 请选择正确的图片, before a colon. */
const CORRECT_PICTURE = /^(?:请|麻烦)[^,，。]{0,6}(?:正确|对应|相应|符合)的?(?:图[片像]?|照片)$/;

/** Reads a clause that may carry a label before its colon, or the thing after it. */
function readLabelled(clause: string): AskedFor | undefined {
  const colon = clause.search(/[:：]/);
  if (colon < 0) return readClause(clause);
  const [before, after] = [clause.slice(0, colon), clause.slice(colon + 1).trim()];
  const request = readClause(before);
  if (request?.kind === 'incomplete') return after === '' ? request : joined(before, after);
  if (request) return after === '' || request.kind === 'not-understood' ? request : undefined;
  const isBare = BARE_REQUEST.test(squeezed(before)) || CORRECT_PICTURE.test(before);
  if (isBare && after === '') return { kind: 'incomplete' };
  if (isBare && !isPersonal(after, zh)) {
    // 请选择：图中含有挖掘机的图片
    const whole = readClause(`${before}${after}`);
    if (whole?.kind === 'question') return whole;
    return readNamed(after);
  }
  return colon <= MAX_LABEL && !INTRODUCES_QUOTE.test(before) ? readClause(after) : undefined;
}

/** 以下物体, 任意一种动物, the following label: what stands for a thing that is named elsewhere. */
const STANDS_FOR =
  /(?:如下|以下|下列|下述|下面|这些)?(?:的)?(?:(?:物体|物品|物件|内容|目标|对象|事物|东西|词语|文字|提示词?|关键词|名称|要求|条件|题意|描述)+|任[意何]一[种个类].{1,4}?)(?=的|$)|(?:the )?(?:following )?(?:following|objects?|things?|items?|words?|label|term|description|text|prompt|keyword|category|name)(?: below| shown)?$|matching (?:images|pictures|photos|tiles|squares)$/i;
/** 与文字描述一致的: that the thing is named elsewhere. */
const AS_NAMED =
  /[与和跟](?:以[上下]|下[列面])?(?:的?(?:文字|描述|提示词?|词语|单词|名称|关键词|内容|要求|题意))+(?:一致|相符|匹配|对应|符合|有关|相关)(?=的)/;
/** 要求：电风扇: a label before the thing. */
const LABEL = /^[^:：]{1,6}[:：]\s*/;

function joined(request: string, named: string): AskedFor | undefined {
  const bare = request.replace(AS_NAMED, '').replace(STANDS_FOR, '');
  const chinese = HAN.test(request);
  const tail = chinese ? /的?(?:所有|全部)?的?(?:图片|图像|照片|图块|方格|格子)$/.exec(bare) : undefined;
  const head = tail ? bare.slice(0, tail.index) : bare;
  const thing = listed(named.replace(LABEL, ''));
  const full = chinese ? `${head}${thing}${tail ? tail[0] : ''}` : `${head} ${thing}`;
  const asked = readClause(full.replace(/[:：]/g, ''));
  return asked?.kind === 'incomplete' ? undefined : asked;
}

/** 红枣 蜥蜴 names two things, 公 交 车 one. */
function listed(words: string): string {
  const parts = words.split(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u);
  return parts.some((part) => part.length > 1) ? parts.join('、') : words;
}

/** Sentences and parts of sentences, without what stands in brackets. */
function clausesOf(text: string): string[] {
  return text
    .replace(IN_BRACKETS, ' ')
    .replace(SECOND_LANGUAGE, '\n')
    .replace(RUN_ON, '\n')
    .split(/[~～]|\s[-–—·•]\s|——|[|。！!；;\n\r，,]|(?<=[?？])|\.(?=\s|$)/)
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}“「]/u.test(clause));
}

/**
 * Reads the request in a block of text, such as 请选择所有的公交车。如果没有，请点击跳过。
 *
 * @param text one block as the person sees it, lines apart by line feeds
 * @param next the block after it, which holds the thing where the request does not
 * @returns undefined where the block does not ask for pictures: prose, quotations, the person's own taste, forms
 */
export function readQuestion(text: string, next = ''): Question | NotUnderstood | undefined {
  const block = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\*\*|__/g, '')
    .replace(/(?<=\p{Script=Han})\[([^[\]]{1,8})\](?=的)/gu, '“$1”')
    .replace(/<<\s*([^<>]{1,16}?)\s*>>/g, '“$1”')
    .replace(/[(（]((?:不包?[括含]|除)[^()（）]{1,12})[)）]/g, '，$1')
    .replace(/打[✓✔√]/g, '打勾')
    .replace(ORNAMENT, '')
    .replace(/\n\s*(?=的)/g, '')
    .replace(GOES_ON_BELOW, ' ')
    .trim();
  if (
    block.length > MAX_QUESTION_LENGTH ||
    !mayBeQuestion(block) ||
    QUOTES_REQUEST.test(block) ||
    IS_PLAYED.test(block)
  )
    return undefined;
  const asked = readPlain(simplified(block).replace(HOW_TO_CHOOSE, ''), simplified(next));
  if (asked?.kind !== 'question') return asked;
  const which = chineseNumber(WHICH_COUNT.exec(block)?.[1] ?? '');
  const counted = which === undefined || asked.count !== undefined ? asked : { ...asked, count: which };
  return respelt(counted, spellingIn(`${block}\n${next}`));
}

/** The thing as it is spelt in the text that it was read from in simplified characters. */
function spellingIn(text: string): (thing: string) => string {
  const asWritten = squeezed(text);
  const asRead = simplified(asWritten);
  return (thing) => {
    const at = asRead.lastIndexOf(thing);
    return at < 0 ? thing : asWritten.slice(at, at + thing.length);
  };
}

function readPlain(text: string, next: string): Question | NotUnderstood | undefined {
  const ordered = readOrder(text) ?? (next === '' ? undefined : readOrder(`${text} ${next}`));
  if (ordered) return ordered;
  if (!HAN.test(text)) return readClauses(rephraseEnglish(text), next) ?? readBare(text);
  const asked = readClauses(rephraseEnglish(rephraseChinese(text)), next);
  return asked ?? readClauses(rephraseLoosely(text), next) ?? readBare(text);
}

function readClauses(block: string, next: string): Question | NotUnderstood | undefined {
  const clauses = clausesOf(block);
  const readings = clauses.map(readLabelled);
  const at = readings.findIndex((reading) => reading !== undefined);
  const first = readings[at];
  const request = clauses[at];
  if (first === undefined || request === undefined) return undefined;
  const before = clauses.slice(0, at);
  if (before.some((clause) => INTRODUCES_QUOTE.test(clause))) return undefined;
  if (before.some((clause) => following(clause) === 'excludes')) return notUnderstood('negation');
  if (first.kind === 'incomplete') {
    const [thing, ...more] = at + 1 < clauses.length ? clauses.slice(at + 1) : clausesOf(next);
    const whole = finish(request, thing);
    if (whole?.kind !== 'question') return whole;
    const listed = more.filter((clause) => following(clause) !== 'prose' && !readLabelled(clause));
    return goOn(whole, listed);
  }
  if (first.kind === 'not-understood') return first;
  const rest = clauses.slice(at + 1).map((clause, index) => ({ clause, reading: readings[at + 1 + index] }));
  if (rest.some(({ clause, reading }) => !BUTTON.test(clause) && asksForOther(first, reading)))
    return notUnderstood('several');
  const unread = rest.flatMap(({ clause, reading }) => (reading ? [] : [clause]));
  const whole = goOn(first, unread);
  if (whole?.kind !== 'question') return whole;
  const counted = chineseNumber(IN_BRACKETS_COUNT.exec(block)?.[1] ?? '');
  return { ...whole, ...(counted === undefined || whole.count !== undefined ? {} : { count: counted }) };
}

/** 请点“没有了”: what is pressed then. */
const BUTTON = /^(?:请|就|则|可)*(?:点[击按]?|按|单击)[“"「]/;

/** Whether a second request, in the same language, asks for something else. */
function asksForOther(first: Question, other: AskedFor | undefined): boolean {
  return (
    other?.kind === 'question' && other.text !== first.text && HAN.test(other.text) === HAN.test(first.text)
  );
}

/** The thing alone, after 请选出：. */
function readNamed(named: string): Question | undefined {
  const things = isPersonal(named, zh) ? undefined : chineseThings(listed(named));
  return things && askFor(things, []);
}

function finish(request: string, thing: string | undefined): Question | NotUnderstood | undefined {
  const bare = request.replace(/[:：]\s*$/, '');
  if (thing !== undefined && BARE_REQUEST.test(squeezed(bare))) return readNamed(thing);
  const asked = thing === undefined ? undefined : joined(bare, thing);
  return asked?.kind === 'incomplete' ? undefined : asked;
}
