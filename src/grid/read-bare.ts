import { askFor, isPersonal, type Question } from './asked-for.ts';
import { chineseThings } from './chinese-things.ts';
import * as en from './english-phrases.ts';
import { englishThings } from './english-things.ts';
import * as zh from './question-phrases.ts';
import { squeezed } from './squeezed.ts';

/** 第3题：, Challenge 1 of 3 –: before the request. */
const LABEL = '(?:[^:：。.!！?？]{1,24}\\s*[:：–—-]\\s*)?';
/** 请点击金鱼: nothing but the thing. 请选择 is said of every field of a form. */
const CHINESE = new RegExp(
  `^${LABEL}(?:请|快)(?:[你您]|来)?(?:点[选击按]|单击|点一[下点]|轻[点触]|触[摸碰]|[圈指找]出|找到)(?:那?[张个只])?(?<thing>[\\p{Script=Han}、]{1,9})[。！!~吧]*$|^(?:请|快|来)?[把将](?<object>\\p{Script=Han}{1,6}?)(?:都|全部?)?[圈找选挑点]出来[。！!~吧]*$`,
  'u',
);
/** 请点击下图中所有的: the thing is elsewhere. */
const PLACES = /图|所有|全部|以下|下面|问题|错|毛病|重点|答案|原因|[病语]句|漏洞|凶/;
/** 图片验证 请选择牙刷: 请选择 too, where it is said what for. */
const CHECK = /验证|校验|机器人|人机/;
const CHINESE_IN_CHECK = /(?:^|[^一-龥])请(?:选择|选取)(?<thing>[\p{Script=Han}]{1,6})[。！!]*$/u;
/** Tap the dog. Can you find the strawberry? */
const ENGLISH =
  /^(?:[^:.!?]{1,24}\s*[:–—]\s+)?(?:(?:please|now|can you|could you)\s+)*(?:tap|click|pick|select|choose|touch|find|spot|point\s+to|where\s+(?:is|are))(?:\s+on)?\s+(?:all\s+)?the\s+(?<thing>[a-z]+(?:[ -][a-z]+)?(?:\s+and\s+the\s+[a-z]+)?)[.!?]*$/i;
/** Dogs only, please. Just the bicycles, thanks. */
const ENGLISH_ONLY =
  /^(?:[^:.!?]{1,24}\s*[:–—]\s+)?(?:(?<only>[a-z]+(?: [a-z]+)?) only|(?:just|only|all)(?: of)?(?: the)? (?<thing>[a-z]+(?: [a-z]+)?)),? (?:please|thanks|thank you)[.!]*$/i;
/** Who is let in, what is paid with, what is written: of these too it is said that only they, please. */
const NO_PICTURES =
  /\b(?:members?|adults?|guests?|visitors?|staff|employees?|drivers?|facts?|basics?|essentials?|news|residents?|customers?|subscribers?|students?|children|kids|wom[ae]n|m[ae]n|ladies|buyers?|fans?|cash|cards?|payments?|inquiries|enquiries|questions?|comments?|calls?|emails?|texts?|orders?|pickups?|appointments?|bookings?|reservations?|attention|hands|aboard|numbers?|letters?|links?|posts?|english)\b/i;
/** Parts of a page and of a game, which are also told to be pressed. */
const PARTS =
  /\b(?:map|bell|logo|banner|arrow|bar|cover|top|bottom|first|second|last|right|left|correct|best|difference|perfect|way|reason|address|hotel|deal|price|box|start|play|answer)\b/i;

/**
 * A request that is nothing but a verb and a thing, and is told from any other button's text only by what it does not
 * say: nothing of forms, buttons or taste.
 *
 * @param text a whole block in simplified characters
 */
export function readBare(text: string): Question | undefined {
  const inCheck = CHECK.test(text) ? CHINESE_IN_CHECK.exec(text) : null;
  const groups = (CHINESE.exec(squeezed(text)) ?? inCheck)?.groups;
  const chinese = groups?.['thing'] ?? groups?.['object'];
  if (chinese !== undefined) {
    const isOther = isPersonal(chinese, zh) || zh.COMPARISON.test(chinese) || PLACES.test(chinese);
    const things = isOther ? undefined : chineseThings(chinese);
    return things && askFor(things, []);
  }
  const english = englishIn(text.trim());
  if (english === undefined || isPersonal(english, en) || PARTS.test(english)) return undefined;
  const things = englishThings(english);
  return things && askFor(things, []);
}

function englishIn(text: string): string | undefined {
  const told = ENGLISH.exec(text)?.groups?.['thing'];
  if (told !== undefined) return told;
  const groups = ENGLISH_ONLY.exec(text)?.groups;
  const thing = groups?.['only'] ?? groups?.['thing'];
  return thing === undefined || NO_PICTURES.test(thing) ? undefined : thing;
}
